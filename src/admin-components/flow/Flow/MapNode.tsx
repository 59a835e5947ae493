'use client'

import type { MiniMapNodeProps } from '@xyflow/react'

import { useCardView } from './flowStates.js'

const ROUND = 12

/** A node on the map: where it is, and the colour of its state. */
export function MapNode({ id, x, y, width, height }: MiniMapNodeProps) {
  const status = useCardView(id)?.status
  return (
    <rect
      className="react-flow__minimap-node"
      height={height}
      rx={ROUND}
      style={{ fill: status ? `var(--workflows-${status})` : 'var(--theme-elevation-250)' }}
      width={width}
      x={x}
      y={y}
    />
  )
}
