'use client'

import { useLayoutEffect, useRef } from 'react'

import { FAR_ZOOM } from '../detail/planDetail.js'
import { GRID } from '../pointer/alignGuides.js'
import { useSession } from '../session/session.js'

/** Window px; dots that are closer than that are only grey. */
const CLOSEST = 12
/** Of the dots over the canvas, up and to the left; canvas.css. As wide as the widest gap. */
const OVERHANG = 40

/**
 * The dots of the grid. React Flow's own are drawn by React on every move, and painted on all of the canvas;
 * these are moved and scaled, and painted when the picture stands still.
 */
export function Dots() {
  const dots = useRef<HTMLDivElement>(null)
  const { view, isMoving } = useSession()
  useLayoutEffect(() => {
    /** The gap, px, that they were painted with. */
    let painted = 0
    const place = () => {
      if (!dots.current) return
      const [x, y, zoom] = view.get()
      const gap = gapAt(zoom)
      const { style } = dots.current
      // They reach no further when they are smaller than half, and are blurred when they are twice as large.
      const isScaled = isMoving.get() && gap >= painted / 2 && gap <= painted * 2
      if (painted !== gap && !isScaled) {
        painted = gap
        style.backgroundSize = `${gap}px ${gap}px`
        style.setProperty('--workflows-dot', `${Math.min(1.5, Math.max(0.7, zoom))}px`)
      }
      // From afar they are a grey haze, and scaling it costs a machine without a graphics card half of a frame.
      const isHaze = isScaled && gap !== painted && zoom < FAR_ZOOM
      style.visibility = isHaze ? 'hidden' : ''
      // A tile has its dot in the middle.
      const offset = (at: number) => modulo(at + OVERHANG - gap / 2, gap)
      style.transform = `translate(${offset(x)}px, ${offset(y)}px) scale(${gap / painted})`
    }
    place()
    const stops = [view, isMoving].map((cell) => cell.subscribe(place))
    return () => stops.forEach((stop) => stop())
  }, [view, isMoving])
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
