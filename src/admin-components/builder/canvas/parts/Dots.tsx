'use client'

import { type ReactFlowState, useStoreApi } from '@xyflow/react'
import { useLayoutEffect, useRef } from 'react'

import { GRID } from '../pointer/alignGuides.js'

/** Window px; dots that are closer than that are only grey. */
const CLOSEST = 12
/** Of the dots over the canvas on every side; canvas.css. As wide as the widest gap. */
const OVERHANG = 40

/**
 * The dots of the grid. React Flow's own are drawn by React on every move, and painted on all of the canvas;
 * these are painted when the zoom changes, and else moved.
 */
export function Dots() {
  const dots = useRef<HTMLDivElement>(null)
  const flow = useStoreApi()
  useLayoutEffect(() => {
    const place = ({ transform: [x, y, zoom] }: Pick<ReactFlowState, 'transform'>) => {
      if (!dots.current) return
      const gap = gapAt(zoom)
      const { style } = dots.current
      style.backgroundSize = `${gap}px ${gap}px`
      // A tile has its dot in the middle.
      const offset = (at: number) => modulo(at + OVERHANG - gap / 2, gap)
      style.transform = `translate(${offset(x)}px, ${offset(y)}px)`
      style.setProperty('--workflows-dot', `${Math.min(1.5, Math.max(0.7, zoom))}px`)
    }
    place(flow.getState())
    return flow.subscribe((state, before) => {
      if (state.transform !== before.transform) place(state)
    })
  }, [flow])
  return (
    <div className="workflows-dots">
      <div className="workflows-dots__tiles" ref={dots} />
    </div>
  )
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by

function gapAt(zoom: number): number {
  let gap = GRID * zoom
  while (gap < CLOSEST) gap *= 2
  return gap
}
