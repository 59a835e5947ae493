'use client'

import type { JsonValue, TemplateDetail, TemplateInput } from '../../client/types.js'
import type { GalleryCard } from '../gallery/types.js'

import { Skeleton } from '../shared/Skeleton/index.js'
import { useWorkflowsTranslation, type Translate } from '../shared/useWorkflowsTranslation.js'

/** The questions of the launch form, each with a value somebody might give. */
export function PreviewAsks({
  template,
  example,
}: {
  template: TemplateDetail | null
  example: GalleryCard['example']
}) {
  const { t } = useWorkflowsTranslation()
  return (
    <section className="workflows-preview__asks">
      <h3 className="workflows-preview__heading">{t('preview:asks')}</h3>
      {template ? (
        template.inputs.length > 0 ? (
          <dl>
            {template.inputs.map((input) => (
              <div key={input.name}>
                <dt>{input.label}</dt>
                <dd dir="auto">
                  {describeValue({
                    input,
                    value: example?.inputs[input.name] ?? template.defaultParams[input.name],
                    t,
                  })}
                </dd>
              </div>
            ))}
          </dl>
        ) : (
          <p className="workflows-preview__muted">{t('preview:asksNothing')}</p>
        )
      ) : (
        [0, 1, 2].map((row) => <Skeleton key={row} style={{ marginBlock: 16, width: '80%' }} />)
      )}
    </section>
  )
}

function describeValue({
  input,
  value = input.default,
  t,
}: {
  input: TemplateInput
  value: JsonValue | undefined
  t: Translate
}): string {
  if (input.type === 'checkbox') return t(value === true ? 'preview:yes' : 'preview:no')
  if (value === undefined || value === null || value === '') return '–'
  if (input.type === 'select') {
    return input.options?.find((option) => option.value === value)?.label ?? String(value)
  }
  if (typeof value === 'string') return t('preview:quoted', { text: value })
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
