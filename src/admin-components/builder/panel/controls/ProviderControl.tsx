'use client'

import type { ControlProps } from '../form/controlProps.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useModels } from '../data/useSiteFacts.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { textOf } from '../form/shapeOf.js'

/** One of the site's providers; nothing means the first one. */
export function ProviderControl({ frame, value, readOnly, onChange }: ControlProps) {
  const { t } = useWorkflowsTranslation()
  const { answer } = useModels()
  const providers = answer?.providers ?? []
  const chosen = textOf(value)
  const isKnown = chosen === '' || providers.some(({ name }) => name === chosen)
  const [first] = providers
  return (
    <FieldFrame {...frame}>
      <select
        {...ariaOf(frame)}
        className="workflows-control"
        disabled={readOnly}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
        value={chosen}
      >
        <option value="">
          {first ? t('panel:defaultProvider', { name: first.label }) : t('panel:default')}
        </option>
        {isKnown ? null : (
          <option value={chosen}>
            {answer ? t('panel:notAllowed', { value: chosen }) : chosen}
          </option>
        )}
        {providers.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
