'use client'

import type { ParamFieldProps } from './ParamField.js'

import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { describedBy, FieldShell } from './FieldShell.js'
import './slider.css'

/** As the graph's own rule for quantities: where a template sets no limits. */
const STANDARD = { min: 1, max: 100 }

/** A number with limits: dragged, or typed beside it. */
export function SliderField({ id, input, value, error, onChange }: ParamFieldProps) {
  const { t, locale } = useWorkflowsTranslation()
  const { label, required, min = STANDARD.min, max = STANDARD.max, description } = input
  const format = new Intl.NumberFormat(locale)
  const range = t('launch:range', { min: format.format(min), max: format.format(max) })
  const help = description ? `${range}. ${description}` : range
  const number = Number(value)
  const place = Number.isFinite(number) ? Math.min(Math.max(number, min), max) : min
  const filled = max > min ? ((place - min) / (max - min)) * 100 : 0
  const step = Number.isInteger(min) && Number.isInteger(max) ? 1 : 'any'
  return (
    <FieldShell error={error} help={help} id={id} label={label} required={required}>
      <div className="workflows-slider">
        <input
          aria-label={label}
          className="workflows-slider__track"
          max={max}
          min={min}
          onChange={(event) => onChange(event.target.valueAsNumber)}
          step={step}
          style={{ '--filled': `${filled}%` } as React.CSSProperties}
          type="range"
          value={place}
        />
        <input
          {...describedBy({ id, help, error, required })}
          className="workflows-control workflows-slider__number"
          inputMode="numeric"
          onChange={(event) => {
            const typed = Number(event.target.value)
            const isNumber = event.target.value.trim() !== '' && !Number.isNaN(typed)
            onChange(isNumber ? typed : event.target.value)
          }}
          type="text"
          value={typeof value === 'number' || typeof value === 'string' ? String(value) : ''}
        />
      </div>
    </FieldShell>
  )
}
