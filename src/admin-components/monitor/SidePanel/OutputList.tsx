'use client'

import type { ExecutionDetail } from '../../../plugins/workflows/operations/executions/types.js'

import { EmptyState } from '../../shared/EmptyState/index.js'
import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useLinks } from '../useLinks.js'

/** Everything that was made, newest last, each a link to the thing itself. */
export function OutputList({ detail, media }: { detail: ExecutionDetail; media: string }) {
  const { t } = useWorkflowsTranslation()
  const links = useLinks()
  const { documents, media: images } = detail.outputs
  if (documents.length + images.length === 0) {
    return (
      <EmptyState bordered={false} icon="doc" title={t('monitor:noOutputs')}>
        {t('monitor:noOutputsHint')}
      </EmptyState>
    )
  }
  return (
    <ul className="workflows-side__list">
      {documents.map((document) => (
        <li key={document.jobId}>
          <a className="workflows-side__output" href={links.document(document)}>
            <Icon name="doc" />
            <span className="workflows-side__name" dir="auto">
              {document.title || t('monitor:untitled')}
            </span>
            <Icon name="chevron-right" size={12} />
          </a>
        </li>
      ))}
      {images.map((image) => (
        <li key={image.jobId}>
          <a
            className="workflows-side__output"
            href={links.document({ collection: media, id: image.id })}
          >
            <img alt="" className="workflows-side__thumb" loading="lazy" src={image.url} />
            <span className="workflows-side__name" dir="auto">
              {image.alt || t('monitor:image')}
            </span>
            <Icon name="chevron-right" size={12} />
          </a>
        </li>
      ))}
    </ul>
  )
}
