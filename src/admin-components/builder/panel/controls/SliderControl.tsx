'use client'

import type { ControlProps } from '../form/controlProps.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { NumberInput } from './NumberInput.js'
import '../../../launch/slider.css'

/** A number between two limits: dragged, or typed beside it. Emptied, the standard counts again. */
export function SliderControl({ field, frame, value, readOnly, onChange }: ControlProps) {
  const { t } = useWorkflowsTranslation()
  const { min = 0, max = 100, step = 1, standard, label } = field
  const set = typeof value === 'number' ? value : standard
  const place = typeof set === 'number' ? Math.min(Math.max(set, min), max) : min
  const filled = max > min ? ((place - min) / (max - min)) * 100 : 0
  return (
    <FieldFrame {...frame}>
      <div className="workflows-slider">
        <input
          aria-label={label}
          className="workflows-slider__track"
          disabled={readOnly}
          max={max}
          min={min}
          onChange={({ target }) => onChange(target.valueAsNumber)}
          step={step}
          style={{ '--filled': `${filled}%` } as React.CSSProperties}
          type="range"
          value={place}
        />
        <NumberInput
          {...ariaOf(frame)}
          className="workflows-slider__number"
          max={max}
          min={min}
          onChange={onChange}
          placeholder={typeof standard === 'number' ? String(standard) : t('panel:auto')}
          readOnly={readOnly}
          step={step}
          value={value}
        />
      </div>
    </FieldFrame>
  )
}
