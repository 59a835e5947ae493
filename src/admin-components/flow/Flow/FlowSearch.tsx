'use client'

import { Panel, useReactFlow } from '@xyflow/react'
import { useId, useState } from 'react'

import type { CardNode } from './FlowNode.js'

import { Icon } from '../../shared/Icon/index.js'
import { StatusIcon } from '../../shared/StatusPill/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { findNodes } from './findNodes.js'
import './search.css'

/** Near enough to read the card one jumped to. */
const JUMP_ZOOM = 1
const CARD = { width: 240, height: 54 }

/** Finds a node of a large graph by its name, and goes there. */
export function FlowSearch({
  nodes,
  onJump,
}: {
  nodes: readonly CardNode[]
  onJump: (id: string) => void
}) {
  const { t } = useWorkflowsTranslation()
  const { setCenter } = useReactFlow()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const found = findNodes({ nodes, text })
  const jump = (node: CardNode | undefined) => {
    if (!node) return
    const { x, y } = node.position
    const size = { ...CARD, ...node.measured }
    onJump(node.id)
    setText('')
    void setCenter(x + (size.width ?? 0) / 2, y + (size.height ?? 0) / 2, { zoom: JUMP_ZOOM })
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
          {found.map((node, index) => (
            <li
              aria-selected={index === at}
              id={`${id}-${node.id}`}
              key={node.id}
              // Before the input loses its focus, and the list with it.
              onPointerDown={(event) => {
                event.preventDefault()
                jump(node)
              }}
              role="option"
            >
              <span>{node.data.step.label}</span>
              {node.data.view ? <StatusIcon size={12} status={node.data.view.status} /> : null}
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
