'use client'

import type { FieldProblem } from './fieldProblems.js'

import { Icon } from '../../../shared/Icon/index.js'
import '../../../launch/fields.css'

export interface FrameProps {
  /** Of the control; the label points at it, help and problems are read out with it. */
  id: string
  label: string
  required?: boolean
  help?: string | undefined
  problems?: readonly FieldProblem[]
}

/** Label, control, what is wrong and help. Unlike at launch, a problem does not hide the help. */
export function FieldFrame({
  id,
  label,
  required = false,
  help,
  problems = [],
  aside,
  group = false,
  children,
}: FrameProps & {
  /** At the end of the label's line. */
  aside?: React.ReactNode
  /** More than one control, or one that is no labelable element. */
  group?: boolean
  children: React.ReactNode
}) {
  const words = (
    <>
      {label}
      {required ? (
        <span aria-hidden="true" className="workflows-field__required">
          {' '}
          *
        </span>
      ) : null}
    </>
  )
  const isWrong = problems.length > 0
  return (
    <div
      aria-labelledby={group ? `${id}-label` : undefined}
      className={`workflows-field workflows-config${isWrong ? ' workflows-field--error' : ''}`}
      data-field={id}
      role={group ? 'group' : undefined}
    >
      <div className="workflows-field__head">
        {group ? (
          <span className="workflows-field__label" id={`${id}-label`}>
            {words}
          </span>
        ) : (
          <label className="workflows-field__label" htmlFor={id} id={`${id}-label`}>
            {words}
          </label>
        )}
        {aside}
      </div>
      {children}
      <Problems id={id} problems={problems} />
      {help ? (
        <p className="workflows-field__help" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
    </div>
  )
}

/** What is wrong, in words, at the control it is about. */
export function Problems({ id, problems }: { id: string; problems: readonly FieldProblem[] }) {
  if (problems.length === 0) return null
  return (
    <div className="workflows-config__problems" id={`${id}-problems`}>
      {problems.map(({ message, full, rest }) => (
        <p className="workflows-field__error" data-problem={full ?? message} key={rest + message}>
          <Icon name="warn" />
          <span>{message}</span>
        </p>
      ))}
    </div>
  )
}

/** What a control needs so that its help and its problems are read out with it. */
export function ariaOf({ id, required, help, problems = [] }: Omit<FrameProps, 'label'>) {
  const parts = [problems.length > 0 && `${id}-problems`, help && `${id}-help`].filter(Boolean)
  return {
    id,
    'aria-describedby': parts.join(' ') || undefined,
    'aria-invalid': problems.length > 0 ? true : undefined,
    'aria-required': required || undefined,
  }
}
