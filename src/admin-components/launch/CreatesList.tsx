'use client'

import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'

import type { WorkflowsSite } from '../../plugins/workflows/siteFacts.js'
import type { OutputLine } from './countOutputs.js'

import { NodeTile } from '../flow/NodeTile/index.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import './creates.css'

const TYPE: Record<OutputLine['kind'], string> = {
  attachments: 'attach_to_document',
  copy: 'generate_copy',
  image: 'generate_image',
  review: 'review',
}

/** «10 documents in Documents, as drafts»: each line a sentence that says what and where. */
export function CreatesList({ lines, site }: { lines: OutputLine[]; site: WorkflowsSite }) {
  const { t } = useWorkflowsTranslation()
  const { i18n } = useTranslation()
  const { getEntityConfig } = useConfig()
  const labelOf = (collectionSlug: string) => {
    const config = getEntityConfig({ collectionSlug })
    return config ? getTranslation(config.labels.plural, i18n) : collectionSlug
  }
  const sentence = ({ kind, count, collection, status }: OutputLine): string => {
    const where = labelOf(kind === 'image' ? site.media : (collection ?? site.documents.collection))
    switch (kind) {
      case 'attachments':
        return t('launch:createsAttachments')
      case 'review':
        return t('launch:createsReviews', { count: count ?? 1 })
      case 'image':
        return count === null
          ? t('launch:createsSomeImages', { where })
          : t('launch:createsImages', { count, where })
      case 'copy': {
        const as = t(`launch:as_${status ?? 'draft'}`)
        return count === null
          ? t('launch:createsSomeCopies', { where, as })
          : t('launch:createsCopies', { count, where, as })
      }
    }
  }
  if (lines.length === 0) return null
  return (
    <div className="workflows-creates">
      <p className="workflows-creates__caption">{t('launch:creates')}</p>
      <ul>
        {lines.map((line) => (
          <li key={[line.kind, line.collection, line.status].join()}>
            <NodeTile size="small" type={TYPE[line.kind]} />
            {sentence(line)}
          </li>
        ))}
      </ul>
    </div>
  )
}
