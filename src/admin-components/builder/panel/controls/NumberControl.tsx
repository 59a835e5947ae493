'use client'

import type { ControlProps } from '../form/controlProps.js'

import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { NumberInput } from './NumberInput.js'

/** A number of any size. */
export function NumberControl({ field, frame, value, readOnly, onChange }: ControlProps) {
  const { min, max, step, placeholder } = field
  return (
    <FieldFrame {...frame}>
      <NumberInput
        {...ariaOf(frame)}
        max={max}
        min={min}
        onChange={onChange}
        placeholder={placeholder}
        readOnly={readOnly}
        step={step}
        value={value}
      />
    </FieldFrame>
  )
}
