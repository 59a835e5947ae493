'use client'

import { Panel } from '@xyflow/react'
import { useId, useState } from 'react'

import type { FlowStep } from '../types.js'

import { Icon } from '../../shared/Icon/index.js'
import { StatusIcon } from '../../shared/StatusPill/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { findNodes } from './findNodes.js'
import { useCardView } from './flowStates.js'
import './search.css'

/** Finds a node of a large graph by its name, and goes there. */
export function FlowSearch({
  steps,
  onJump,
}: {
  steps: readonly FlowStep[]
  onJump: (id: string) => void
}) {
  const { t } = useWorkflowsTranslation()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const found = findNodes({ steps, text })
  const jump = (step: FlowStep | undefined) => {
    if (!step) return
    setText('')
    onJump(step.id)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    // Arrows would move the canvas.
    event.stopPropagation()
    if (event.key === 'Enter') jump(found[at])
    else if (event.key === 'Escape') setText('')
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else return
    event.preventDefault()
  }
  return (
    <Panel className="workflows-flow-search" position="top-left">
      <Icon name="search" />
      <input
        aria-activedescendant={found[at] ? `${id}-${found[at].id}` : undefined}
        aria-autocomplete="list"
        aria-controls={id}
        aria-expanded={found.length > 0}
        aria-label={t('flow:search')}
        onBlur={() => setText('')}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        placeholder={t('flow:search')}
        role="combobox"
        type="search"
        value={text}
      />
      {text.trim() === '' ? null : (
        <ul aria-label={t('flow:found')} id={id} role="listbox">
          {found.map((step, index) => (
            <li
              aria-selected={index === at}
              id={`${id}-${step.id}`}
              key={step.id}
              // Before the input loses its focus, and the list with it.
              onPointerDown={(event) => {
                event.preventDefault()
                jump(step)
              }}
              role="option"
            >
              <span>{step.label}</span>
              <FoundStatus id={step.id} />
            </li>
          ))}
          {found.length === 0 ? (
            <li className="workflows-flow-search__none">{t('flow:none')}</li>
          ) : null}
        </ul>
      )}
    </Panel>
  )
}

function FoundStatus({ id }: { id: string }) {
  const view = useCardView(id)
  return view ? <StatusIcon size={12} status={view.status} /> : null
}
