'use client'

import { useId } from 'react'

import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** A node's prompt to be changed, and below it what that does or what is wrong with it. */
export function PromptBox({
  name,
  value,
  help,
  problem,
  disabled,
  onChange,
}: {
  /** Of the node. */
  name: string
  value: string
  help: string
  problem: string | null
  disabled: boolean
  onChange: (text: string) => void
}) {
  const { t } = useWorkflowsTranslation()
  const id = useId()
  return (
    <>
      <label className="workflows-retry__label" htmlFor={id}>
        {t('monitor:promptOf', { name })}
      </label>
      <textarea
        aria-describedby={`${id}-help`}
        aria-invalid={problem !== null}
        className="workflows-retry__prompt"
        dir="auto"
        disabled={disabled}
        id={id}
        onChange={(event) => onChange(event.target.value)}
        rows={5}
        spellCheck
        value={value}
      />
      <p
        className={problem ? 'workflows-retry__problem' : 'workflows-retry__help'}
        id={`${id}-help`}
        role={problem ? 'alert' : undefined}
      >
        {problem ? <Icon name="warn" size={12} /> : null}
        {problem ?? help}
      </p>
    </>
  )
}
