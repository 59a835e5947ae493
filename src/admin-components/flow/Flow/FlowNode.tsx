'use client'

import { Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import { memo } from 'react'

import type { CardView, FlowStep } from '../types.js'

import { NodeCard } from '../NodeCard/index.js'

export type CardNode = Node<
  { step: FlowStep; view?: CardView; isRoot: boolean; isLeaf: boolean },
  'card'
>

/** 54 px of head, then a row of 28 px a branch; the handle sits in the middle of its row. */
const HEAD = 54
const ROW = 28
const TOP = 28

// Inline, because React Flow's own style sheet is in no layer and would win over ours.
const dot = (top: number | string, taken: boolean): React.CSSProperties => ({
  top,
  width: 8,
  minWidth: 8,
  height: 8,
  minHeight: 8,
  border: `1.5px solid var(${taken ? '--workflows-accent' : '--workflows-edge'})`,
  borderRadius: 4,
  background: taken ? 'var(--workflows-accent)' : 'var(--workflows-surface)',
})

const BEGUN = new Set(['running', 'waiting', 'completed', 'failed', 'paused'])

export const FlowNode = memo(function FlowNode({ data, selected }: NodeProps<CardNode>) {
  const { step, view, isRoot, isLeaf } = data
  const begun = view !== undefined && BEGUN.has(view.status)
  const done = view?.status === 'completed'
  const { branches } = step
  return (
    <>
      {isRoot ? null : (
        <Handle
          isConnectable={false}
          position={Position.Left}
          style={dot(TOP, begun)}
          type="target"
        />
      )}
      <NodeCard selected={selected} step={step} view={view} />
      {branches.length === 0 && !isLeaf ? (
        <Handle
          isConnectable={false}
          position={Position.Right}
          style={dot(TOP, done)}
          type="source"
        />
      ) : null}
      {branches.map((branch, at) => (
        <Handle
          id={branch.id}
          isConnectable={false}
          key={branch.id}
          position={Position.Right}
          style={dot(fromBottom({ at, of: branches.length }), done && view?.branch === branch.id)}
          type="source"
        />
      ))}
    </>
  )
})

/** Rows of branches are at the foot of a card, which grows above them. */
const fromBottom = ({ at, of }: { at: number; of: number }): string =>
  `calc(max(100%, ${HEAD + of * ROW}px) - ${(of - at) * ROW - ROW / 2}px)`
