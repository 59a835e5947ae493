'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import { useWorkflows } from '../active-workflows/context.js'
import { Icon } from '../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import './gallery.css'

/** From the cards to Payload's own list and back. */
export function ViewLink({ view }: { view: 'gallery' | 'table' }) {
  const { t } = useWorkflowsTranslation()
  const { site } = useWorkflows()
  const { config } = useConfig()
  const url = formatAdminURL({
    adminRoute: config.routes.admin,
    path: `/collections/${site.templates}`,
  })
  const label = view === 'table' ? t('gallery:asTable') : t('gallery:asCards')
  return (
    <Link
      aria-label={label}
      className="workflows-view-link"
      href={view === 'table' ? `${url}?view=table` : url}
      prefetch={false}
      title={label}
    >
      <Icon name={view === 'table' ? 'list' : 'grid'} />
    </Link>
  )
}
