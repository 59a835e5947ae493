'use client'

import type { JsonValue, TemplateInput } from '../../client/types.js'

import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { describedBy, FieldShell } from './FieldShell.js'
import { SliderField } from './SliderField.js'

export interface ParamFieldProps {
  id: string
  input: TemplateInput
  value: JsonValue | undefined
  error: string | undefined
  onChange: (value: JsonValue) => void
}

/** One question of the template, as the control its type asks for. */
export function ParamField(props: ParamFieldProps) {
  const { id, input, value, error, onChange } = props
  const { t } = useWorkflowsTranslation()
  const { label, required, description: help, options = [], min, max } = input
  const shell = { id, label, required: required && input.type !== 'checkbox', help, error }
  const common = { ...describedBy({ ...shell, required }), className: 'workflows-control' }
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  switch (input.type) {
    case 'slider':
      return <SliderField {...props} />
    case 'checkbox':
      return (
        <div className="workflows-field workflows-field--check" data-field={id}>
          <label className="workflows-check">
            <input
              {...describedBy({ id, help, error })}
              checked={value === true}
              onChange={(event) => onChange(event.target.checked)}
              type="checkbox"
            />
            {label}
          </label>
          {help ? (
            <p className="workflows-field__help" id={`${id}-help`}>
              {help}
            </p>
          ) : null}
        </div>
      )
    case 'select':
      return (
        <FieldShell {...shell}>
          <select {...common} onChange={(event) => onChange(event.target.value)} value={text}>
            {required && text !== '' ? null : <option value="">{t('launch:choose')}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </FieldShell>
      )
    case 'number':
      return (
        <FieldShell {...shell}>
          <input
            {...common}
            inputMode="decimal"
            max={max}
            min={min}
            onChange={(event) => onChange(numberOf(event.target.value))}
            step="any"
            type="number"
            value={text}
          />
        </FieldShell>
      )
    case 'textarea':
      return (
        <FieldShell {...shell} wide>
          <textarea
            {...common}
            dir="auto"
            onChange={(event) => onChange(event.target.value)}
            rows={3}
            value={text}
          />
        </FieldShell>
      )
    case 'text':
      return (
        <FieldShell {...shell}>
          <input
            {...common}
            dir="auto"
            onChange={(event) => onChange(event.target.value)}
            type="text"
            value={text}
          />
        </FieldShell>
      )
  }
}

/** Left as it was typed when it is no number: the check says so beside the field. */
const numberOf = (text: string): JsonValue => {
  const number = Number(text)
  return text.trim() === '' || Number.isNaN(number) ? text : number
}
