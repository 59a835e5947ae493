'use client'

import { type EdgeProps, getSmoothStepPath } from '@xyflow/react'
import { memo } from 'react'

import type { FlowLine } from './useFlowElements.js'

import { useEdgeLook } from './flowStates.js'

/** Room between the arrow's point and the ring of the handle. */
const GAP = 1

export const FlowEdge = memo(function FlowEdge({
  id,
  sourceX,
  sourceY,
  sourcePosition,
  targetX,
  targetY,
  targetPosition,
}: EdgeProps<FlowLine>) {
  const look = useEdgeLook(id)
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
    <g className={`workflows-edge workflows-edge--${look}`}>
      <path className="workflows-edge__line" d={path} />
      <path
        className="workflows-edge__arrow"
        d={`M${x - 6} ${targetY - 4.5}L${x} ${targetY}L${x - 6} ${targetY + 4.5}`}
      />
    </g>
  )
})
