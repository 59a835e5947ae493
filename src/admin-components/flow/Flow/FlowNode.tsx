'use client'

import { type NodeProps, Position } from '@xyflow/react'
import { memo } from 'react'

import type { CardNode } from './useFlowElements.js'

import { NodeCard } from '../NodeCard/index.js'
import { Dot } from './Dot.js'
import { useCardView } from './flowStates.js'

/** 54 px of head, then a row of 28 px a branch; the handle sits in the middle of its row. */
const HEAD = 54
const ROW = 28

const BEGUN = new Set(['running', 'waiting', 'completed', 'failed', 'paused'])

export const FlowNode = memo(function FlowNode({ id, data, selected }: NodeProps<CardNode>) {
  const { step, isRoot, isLeaf } = data
  const view = useCardView(id)
  const begun = view !== undefined && BEGUN.has(view.status)
  const done = view?.status === 'completed'
  const { branches } = step
  return (
    <>
      {isRoot ? null : <Dot at={Position.Left} isTaken={begun} />}
      <NodeCard selected={selected} step={step} view={view} />
      {branches.length === 0 && !isLeaf ? <Dot at={Position.Right} isTaken={done} /> : null}
      {branches.map((branch, at) => (
        <Dot
          at={Position.Right}
          id={branch.id}
          isTaken={done && view?.branch === branch.id}
          key={branch.id}
          top={fromBottom({ at, of: branches.length })}
        />
      ))}
    </>
  )
})

/** Rows of branches are at the foot of a card, which grows above them. */
const fromBottom = ({ at, of }: { at: number; of: number }): string =>
  `calc(max(100%, ${HEAD + of * ROW}px) - ${(of - at) * ROW - ROW / 2}px)`
