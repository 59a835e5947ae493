'use client'

import { useReactFlow } from '@xyflow/react'
import { useRef } from 'react'

import type { CanvasEdge, CanvasNode } from '../nodes/types.js'

import { MAP_SIZE, useMiniMap } from './useMiniMap.js'

/**
 * The whole workflow, small, with a frame around what one sees. A pointer's shortcut: the keyboard walks
 * the cards themselves, so screen readers need not hear of it.
 */
export function MiniMap() {
  const drawing = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const { placeOf } = useMiniMap({ drawing, frame })
  const { setCenter, getZoom } = useReactFlow<CanvasNode, CanvasEdge>()
  const go = (event: React.PointerEvent<HTMLDivElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const place = placeOf({ x: event.clientX - left, y: event.clientY - top })
    if (place) void setCenter(place.x, place.y, { zoom: getZoom(), duration: 0 })
  }
  const onPointerDown = (event: React.PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    go(event)
  }
  const onPointerMove = (event: React.PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 1) go(event)
  }
  return (
    <div
      aria-hidden="true"
      className="workflows-map react-flow__panel bottom right"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      style={MAP_SIZE}
    >
      <canvas ref={drawing} />
      <div className="workflows-map__frame" ref={frame} />
    </div>
  )
}
