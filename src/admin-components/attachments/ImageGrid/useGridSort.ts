'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'

import { nearestSlot, shiftOf, type Box, type Shift } from './sortGeometry.js'
import { scrollAtEdge } from './scrollAtEdge.js'

interface Drag {
  from: number
  to: number
  shift: Shift
  slots: Box[]
}

interface Press {
  index: number
  pointer: number
  /** Relative to the grid, so that scrolling meanwhile does not matter. */
  start: Shift
  threshold: number
}

/** A picture is pressed to open it, so it takes more of a move to be a drag. */
const THRESHOLDS = { handle: 3, picture: 8 }

const boxesIn = (grid: HTMLElement): Box[] => {
  const frame = grid.getBoundingClientRect()
  return [...grid.querySelectorAll<HTMLElement>('[data-sortable]')].map((card) => {
    const { left, top, width, height } = card.getBoundingClientRect()
    return { left: left - frame.left, top: top - frame.top, width, height }
  })
}

/**
 * Moving cards of a grid by pointer: mouse anywhere, touch by the handle. Cards keep their place in the
 * document and are only shifted until the drop.
 */
export function useGridSort({ onMove }: { onMove: (from: number, to: number) => void }) {
  const grid = useRef<HTMLUListElement>(null)
  const press = useRef<Press | null>(null)
  // What is drawn, and what is so: a flick ends before anything of it is drawn.
  const [drag, draw] = useState<Drag | null>(null)
  const current = useRef<Drag | null>(null)
  const setDrag = (next: Drag | null) => {
    current.current = next
    draw(next)
  }
  const isDragging = drag !== null

  const within = ({ clientX, clientY }: PointerEvent | React.PointerEvent): Shift => {
    const frame = grid.current?.getBoundingClientRect()
    return { x: clientX - (frame?.left ?? 0), y: clientY - (frame?.top ?? 0) }
  }
  /** Null as long as it is a press, and for other fingers. */
  const follow = (event: PointerEvent): Drag | null => {
    const held = press.current
    if (!held || event.pointerId !== held.pointer || !grid.current) return null
    const now = within(event)
    const shift = { x: now.x - held.start.x, y: now.y - held.start.y }
    if (!current.current && Math.hypot(shift.x, shift.y) < held.threshold) return null
    const slots = current.current?.slots ?? boxesIn(grid.current)
    const from = held.index
    return { from, slots, shift, to: nearestSlot({ slots, from, shift }) }
  }
  const move = useEffectEvent((event: PointerEvent) => {
    const next = follow(event)
    if (!next || !grid.current) return
    event.preventDefault()
    scrollAtEdge({ element: grid.current, y: event.clientY })
    setDrag(next)
  })
  const finish = useEffectEvent((event: KeyboardEvent | PointerEvent) => {
    const isKey = event instanceof KeyboardEvent
    if (isKey ? event.key !== 'Escape' : event.pointerId !== press.current?.pointer) return
    if (isKey && current.current) event.stopPropagation()
    const last = isKey ? current.current : follow(event)
    press.current = null
    if (!last) return
    setDrag(null)
    swallowClick()
    if (event.type === 'pointerup' && last.to !== last.from) onMove(last.from, last.to)
  })

  useEffect(() => {
    const onMoved = (event: PointerEvent) => move(event)
    const onEnd = (event: KeyboardEvent | PointerEvent) => finish(event)
    window.addEventListener('pointermove', onMoved)
    window.addEventListener('pointerup', onEnd)
    window.addEventListener('pointercancel', onEnd)
    window.addEventListener('keydown', onEnd, true)
    return () => {
      window.removeEventListener('pointermove', onMoved)
      window.removeEventListener('pointerup', onEnd)
      window.removeEventListener('pointercancel', onEnd)
      window.removeEventListener('keydown', onEnd, true)
    }
  }, [])

  return {
    grid,
    isDragging,
    /** For `onPointerDown` of a card's handle or picture. */
    begin: (index: number, event: React.PointerEvent, on: keyof typeof THRESHOLDS) => {
      if (event.button !== 0 || (on === 'picture' && event.pointerType !== 'mouse')) return
      press.current = {
        index,
        pointer: event.pointerId,
        start: within(event),
        threshold: THRESHOLDS[on],
      }
    },
    /** How a card is shifted while one is dragged. */
    place: (index: number): { shift: Shift; isHeld: boolean } => {
      if (!drag) return { shift: { x: 0, y: 0 }, isHeld: false }
      const { slots, from, to, shift } = drag
      if (index === from) return { shift, isHeld: true }
      return { shift: shiftOf({ slots, index, from, to }), isHeld: false }
    },
  }
}

/** The release of a drag is a click too, and would open the picture. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, true), 0)
}
