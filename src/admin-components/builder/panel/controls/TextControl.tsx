'use client'

import type { ControlProps } from '../form/controlProps.js'

import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { textOf } from '../form/shapeOf.js'

/** One line of text. */
export function TextControl({ field, frame, value, readOnly, onChange }: ControlProps) {
  return (
    <FieldFrame {...frame}>
      <input
        {...ariaOf(frame)}
        autoComplete="off"
        className="workflows-control"
        dir="auto"
        onChange={({ target }) => onChange(emptied(target.value, field.required))}
        placeholder={field.placeholder}
        readOnly={readOnly}
        type="text"
        value={textOf(value)}
      />
    </FieldFrame>
  )
}

/** Several lines of text. */
export function TextareaControl({ field, frame, value, readOnly, onChange }: ControlProps) {
  return (
    <FieldFrame {...frame}>
      <textarea
        {...ariaOf(frame)}
        className="workflows-control"
        dir="auto"
        onChange={({ target }) => onChange(emptied(target.value, field.required))}
        placeholder={field.placeholder}
        readOnly={readOnly}
        rows={4}
        value={textOf(value)}
      />
    </FieldFrame>
  )
}

/** An optional setting that was emptied is not set any more. */
const emptied = (text: string, isRequired: boolean): string | undefined =>
  text === '' && !isRequired ? undefined : text
