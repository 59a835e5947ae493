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
  const sentence = templateName
    ? t('attachments:byWorkflow', { name: templateName })
    : t('attachments:byAWorkflow')
  const title = `${sentence}, ${fullDate({ date: image.attachedAt, locale })}`
  // Without its name the reader may not see the execution either, so there is nowhere to go.
  if (!templateName) {
    return (
      <p className="workflows-image-card__by" title={title}>
        <Icon name="flow" size={12} />
        <span>{sentence}</span>
      </p>
    )
  }
  const path = `/collections/${executions}/${encodeURIComponent(executionId)}` as const
  const href = formatAdminURL({ adminRoute: config.routes.admin, path })
  return (
    <p className="workflows-image-card__by">
      <Icon name="flow" size={12} />
      <Link aria-label={sentence} href={href} prefetch={false} title={title}>
        {templateName}
      </Link>
    </p>
  )
}
