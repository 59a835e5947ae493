'use client'

import type { GalleryCard } from '../gallery/types.js'

import { Icon } from '../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'

/** What came of the example values; plain text, whatever is in it. */
export function PreviewOutputs({ example }: { example: GalleryCard['example'] }) {
  const { t } = useWorkflowsTranslation()
  if (!example || example.outputs.length === 0) {
    return (
      <section>
        <h3 className="workflows-preview__heading">{t('preview:gets')}</h3>
        <p className="workflows-preview__muted">{t('preview:noExamples')}</p>
      </section>
    )
  }
  return (
    <section>
      <h3 className="workflows-preview__heading">
        {t('preview:gets')} <span>{t('preview:fromExample')}</span>
      </h3>
      <ul className="workflows-preview__outputs">
        {example.outputs.map(({ title, text, image }) => (
          <li key={title}>
            {image ? (
              <p className="workflows-preview__image">
                <Icon name="image" size={20} />
                <span>{image.alt}</span>
              </p>
            ) : null}
            <div className="workflows-preview__output">
              <h4 dir="auto">{title}</h4>
              {text ? <p dir="auto">{text}</p> : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
