'use client'

import type { ControlProps } from '../form/controlProps.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useCollections } from '../data/useSiteFacts.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { textOf } from '../form/shapeOf.js'

/** Where the documents go: a collection of the site in which one may create. */
export function CollectionControl({ frame, value, readOnly, onChange }: ControlProps) {
  const { t } = useWorkflowsTranslation()
  const { answer, hasFailed } = useCollections()
  const chosen = textOf(value)
  const [first] = answer ?? []
  const isKnown = chosen === '' || (answer?.some(({ slug }) => slug === chosen) ?? false)
  return (
    <FieldFrame {...frame} help={hasFailed ? t('panel:factsFailed') : frame.help}>
      <select
        {...ariaOf(frame)}
        className="workflows-control"
        disabled={readOnly}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
        value={chosen}
      >
        <option value="">
          {first ? t('panel:defaultCollection', { name: first.label }) : t('panel:default')}
        </option>
        {isKnown ? null : (
          <option value={chosen}>
            {answer ? t('panel:notYourCollection', { name: chosen }) : chosen}
          </option>
        )}
        {answer?.map(({ slug, label }) => (
          <option key={slug} value={slug}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
