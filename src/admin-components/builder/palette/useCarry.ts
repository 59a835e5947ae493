'use client'

import { useMemo } from 'react'

import type { Point } from '../canvas/session/session.js'
import type { PickEntry } from './PickList.js'

import { addStep } from '../canvas/parts/addStep.js'
import { edgeAt, isOverCanvas } from '../canvas/pointer/findUnder.js'
import { useSession } from '../canvas/session/session.js'
import { useBuilder } from '../context.js'

/** Window px before a press becomes a drag. */
const THRESHOLD = 5
/** Half of a card, so that the pointer holds it in the middle. */
const GRIP = { x: 120, y: 27 }

/**
 * Dragging a node type onto the canvas, with pointer events: those of the browser's own drag and drop do
 * not exist on touch screens.
 */
export function useCarry() {
  const handle = useBuilder()
  const session = useSession()
  return useMemo(() => {
    let hasCarried = false
    const carry = (event: React.PointerEvent<HTMLButtonElement>, { type }: PickEntry) => {
      if (event.button !== 0) return
      const start = { x: event.clientX, y: event.clientY }
      const stop = new AbortController()
      const { signal } = stop
      hasCarried = false

      const end = (at: Point | null) => {
        stop.abort()
        const onEdge = session.overEdge.get() ?? undefined
        session.carried.set(null)
        session.overEdge.set(null)
        const spec = handle.specs.get(type)
        if (!at || !spec || !hasCarried || !isOverCanvas(at)) return
        session.pointer.set(at)
        const place = session.toFlow.get()?.(at)
        if (!place) return
        const position = { x: place.x - GRIP.x, y: place.y - GRIP.y }
        addStep({ handle, session, spec, position, ...(onEdge && { onEdge }) })
      }
      const move = (moved: PointerEvent) => {
        const at = { x: moved.clientX, y: moved.clientY }
        if (!hasCarried && Math.hypot(at.x - start.x, at.y - start.y) < THRESHOLD) return
        hasCarried = true
        moved.preventDefault()
        session.carried.set({ type, at })
        session.overEdge.set(edgeAt({ session, at }))
      }
      window.addEventListener('pointermove', move, { signal, passive: false })
      window.addEventListener('pointerup', ({ clientX: x, clientY: y }) => end({ x, y }), {
        signal,
      })
      // The browser took the finger over for scrolling.
      window.addEventListener('pointercancel', () => end(null), { signal })
      window.addEventListener(
        'keydown',
        (pressed) => {
          if (pressed.key !== 'Escape' || !hasCarried) return
          pressed.stopPropagation()
          end(null)
        },
        { signal, capture: true },
      )
    }
    /** The click that ends a drag is not one on the entry. */
    const wasCarried = () => {
      const was = hasCarried
      hasCarried = false
      return was
    }
    return { carry, wasCarried }
  }, [handle, session])
}
