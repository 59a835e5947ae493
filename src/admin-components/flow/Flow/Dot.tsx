import { Handle, Position } from '@xyflow/react'
import { memo } from 'react'

/** In the middle of a card's head. */
const TOP = 28

/** Where an edge begins or ends; filled once it was taken. */
export const Dot = memo(function Dot({
  id,
  at,
  top = TOP,
  isTaken,
}: {
  id?: string
  at: Position.Left | Position.Right
  top?: number | string
  isTaken: boolean
}) {
  return (
    <Handle
      id={id}
      isConnectable={false}
      position={at}
      // Inline, because React Flow's own style sheet is in no layer and would win over ours.
      style={{
        top,
        width: 8,
        minWidth: 8,
        height: 8,
        minHeight: 8,
        border: `1.5px solid var(${isTaken ? '--workflows-accent' : '--workflows-edge'})`,
        borderRadius: 4,
        background: isTaken ? 'var(--workflows-accent)' : 'var(--workflows-surface)',
      }}
      type={at === Position.Left ? 'target' : 'source'}
    />
  )
})
