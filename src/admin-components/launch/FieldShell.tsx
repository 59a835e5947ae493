'use client'

import { Icon } from '../shared/Icon/index.js'
import './fields.css'

/** Label, control, help and what is wrong, tied together for screen readers. */
export function FieldShell({
  id,
  label,
  required = false,
  help,
  error,
  aside,
  wide = false,
  group = false,
  children,
}: {
  /** Of the control; the label points at it, help and error are called after it. */
  id: string
  label: string
  required?: boolean
  help?: string | undefined
  error?: string | undefined
  /** At the end of the label's line. */
  aside?: React.ReactNode
  wide?: boolean
  /** More than one control under one label. */
  group?: boolean
  children: React.ReactNode
}) {
  const mark = required ? (
    <span aria-hidden="true" className="workflows-field__required">
      *
    </span>
  ) : null
  return (
    <div
      aria-labelledby={group ? `${id}-label` : undefined}
      className={`workflows-field${wide ? ' workflows-field--wide' : ''}${error ? ' workflows-field--error' : ''}`}
      data-field={id}
      role={group ? 'group' : undefined}
    >
      <div className="workflows-field__head">
        {group ? (
          <span className="workflows-field__label" id={`${id}-label`}>
            {label} {mark}
          </span>
        ) : (
          <label className="workflows-field__label" htmlFor={id}>
            {label} {mark}
          </label>
        )}
        {aside}
      </div>
      {children}
      {error ? (
        <p className="workflows-field__error" id={`${id}-error`}>
          <Icon name="warn" />
          {error}
        </p>
      ) : null}
      {help && !error ? (
        <p className="workflows-field__help" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
    </div>
  )
}

/** What a control needs so that its help or its error is read out with it. */
export function describedBy({
  id,
  help,
  error,
  required,
}: {
  id: string
  help?: string | undefined
  error?: string | undefined
  required?: boolean | undefined
}) {
  return {
    id,
    'aria-describedby': error ? `${id}-error` : help ? `${id}-help` : undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': required || undefined,
  }
}
