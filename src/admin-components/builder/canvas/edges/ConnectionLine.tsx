'use client'

import { type ConnectionLineComponentProps, getSmoothStepPath } from '@xyflow/react'

/** The line that follows the pointer: red and broken over what does not fit. */
export function ConnectionLine({
  fromX,
  fromY,
  fromPosition,
  toX,
  toY,
  toPosition,
  connectionStatus,
}: ConnectionLineComponentProps) {
  const [path] = getSmoothStepPath({
    sourceX: fromX,
    sourceY: fromY,
    sourcePosition: fromPosition,
    targetX: toX,
    targetY: toY,
    targetPosition: toPosition,
    borderRadius: 10,
  })
  const look = connectionStatus === 'invalid' ? 'refused' : 'touched'
  return (
    <g className={`workflows-line workflows-line--${look}`}>
      <path className="workflows-line__line" d={path} />
    </g>
  )
}
