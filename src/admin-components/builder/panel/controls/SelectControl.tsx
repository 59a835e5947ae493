'use client'

import type { ControlProps } from '../form/controlProps.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { textOf } from '../form/shapeOf.js'

/** One of a few. A value of a draft that is none of them stays to be seen until another is chosen. */
export function SelectControl({ field, frame, value, readOnly, onChange }: ControlProps) {
  const { t } = useWorkflowsTranslation()
  const { options, standard, required } = field
  const chosen = textOf(value ?? standard)
  const isKnown = chosen === '' || options.some((option) => option.value === chosen)
  return (
    <FieldFrame {...frame}>
      <select
        {...ariaOf(frame)}
        className="workflows-control"
        disabled={readOnly}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
        value={chosen}
      >
        {standard === undefined && (!required || chosen === '') ? (
          <option value="">{t(required ? 'panel:choose' : 'panel:none')}</option>
        ) : null}
        {isKnown ? null : (
          <option value={chosen}>{t('panel:notAllowed', { value: chosen })}</option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
