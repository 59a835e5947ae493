'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { AttachmentView } from '../../../client/types.js'

import { Icon } from '../../shared/Icon/index.js'
import { fullDate } from '../../shared/format/relativeTime.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** Which workflow attached the image, with a way there. What people attach needs no line of its own. */
export function Provenance({ image, executions }: { image: AttachmentView; executions: string }) {
  const { config } = useConfig()
  const { t, locale } = useWorkflowsTranslation()
  const { kind, executionId, templateName } = image.attachedBy
  if (kind !== 'execution' || !executionId) return null
  const date = fullDate({ date: image.attachedAt, locale })
  // Without its name the reader may not see the execution either, so there is nowhere to go.
  if (!templateName) {
    return (
      <p className="workflows-image-card__by" title={date}>
        <Icon name="flow" size={12} />
        <span>{t('attachments:byAWorkflow')}</span>
      </p>
    )
  }
  const path = `/collections/${executions}/${encodeURIComponent(executionId)}` as const
  const href = formatAdminURL({ adminRoute: config.routes.admin, path })
  const [before, after] = t('attachments:byWorkflow').split('{{name}}')
  return (
    <p className="workflows-image-card__by">
      <Icon name="flow" size={12} />
      {/* The card is narrow: the icon stands for the words around the name. */}
      <Link
        href={href}
        prefetch={false}
        title={`${t('attachments:byWorkflow', { name: templateName })}, ${date}`}
      >
        <span className="workflows-sr-only">{before}</span>
        {templateName}
        <span className="workflows-sr-only">{after}</span>
      </Link>
    </p>
  )
}
