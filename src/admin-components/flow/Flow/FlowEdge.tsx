'use client'

import { type EdgeProps, getSmoothStepPath } from '@xyflow/react'
import { memo } from 'react'

import type { LookEdge } from './useFlowElements.js'

/** Room between the arrow's point and the ring of the handle. */
const GAP = 1

export const FlowEdge = memo(function FlowEdge({
  sourceX,
  sourceY,
  sourcePosition,
  targetX,
  targetY,
  targetPosition,
  data,
}: EdgeProps<LookEdge>) {
  const x = targetX - GAP
  const [path] = getSmoothStepPath({
    sourceX,
    sourceY,
    sourcePosition,
    targetX: x,
    targetY,
    targetPosition,
    borderRadius: 10,
  })
  return (
    <g className={`workflows-edge workflows-edge--${data?.look ?? 'rest'}`}>
      <path className="workflows-edge__line" d={path} />
      <path
        className="workflows-edge__arrow"
        d={`M${x - 6} ${targetY - 4.5}L${x} ${targetY}L${x - 6} ${targetY + 4.5}`}
      />
    </g>
  )
})
