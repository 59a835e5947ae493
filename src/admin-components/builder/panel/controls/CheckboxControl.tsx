'use client'

import type { ControlProps } from '../form/controlProps.js'

import { ariaOf, Problems } from '../form/FieldFrame.js'

/** On or off; unset is what the type says by itself. */
export function CheckboxControl({ field, frame, value, readOnly, onChange }: ControlProps) {
  const { id, label, help, problems = [] } = frame
  return (
    <div className="workflows-field workflows-field--check workflows-config" data-field={id}>
      <label className="workflows-check">
        <input
          {...ariaOf(frame)}
          checked={value === undefined ? field.standard === true : value === true}
          disabled={readOnly}
          onChange={({ target }) => onChange(target.checked)}
          type="checkbox"
        />
        {label}
      </label>
      <Problems id={id} problems={problems} />
      {help ? (
        <p className="workflows-field__help" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
    </div>
  )
}
