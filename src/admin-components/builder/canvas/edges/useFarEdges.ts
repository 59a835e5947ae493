'use client'

import { useStoreApi } from '@xyflow/react'
import { useEffect, useMemo } from 'react'

import type { CanvasEdge, CanvasNode } from '../nodes/types.js'
import type { Point } from '../session/session.js'

import { useBuilder } from '../../context.js'
import { boxOf } from '../detail/boxesOf.js'
import { useSession } from '../session/session.js'
import { leaveTools } from './edgeHover.js'
import { distanceTo, farLine } from './farLine.js'

/** Window px from which the one line of all edges is caught. */
const REACH = 8

/**
 * From afar all edges are one line, which knows of no pointer. The edge that is under it becomes an element
 * of its own, and with that can be chosen, cut and put a node into, as near by.
 */
export function useFarEdges() {
  const { store } = useBuilder()
  const session = useSession()
  const flow = useStoreApi<CanvasNode, CanvasEdge>()
  const findEdge = useMemo(
    () =>
      (at: Point): string | null => {
        const place = session.toFlow.get()?.(at)
        if (!session.isFar.get() || !place) return null
        const { nodeLookup } = flow.getState()
        let found: string | null = null
        let nearest = REACH / session.view.get()[2]
        for (const { id, source, target } of store.getState().document.graph.edges) {
          const [from, to] = [boxOf(nodeLookup.get(source)), boxOf(nodeLookup.get(target))]
          const distance = from && to ? distanceTo(place, farLine({ from, to })) : Infinity
          if (distance > nearest) continue
          nearest = distance
          found = id
        }
        return found
      },
    [store, session, flow],
  )

  useEffect(() => {
    const point = ({ target, clientX: x, clientY: y, buttons }: PointerEvent) => {
      if (session.isMoving.get()) return
      // On the element that it has just become: that is where it was.
      if (target instanceof Element && target.closest('.react-flow__edge, [data-edge]')) return
      const isFree = session.isFar.get() && buttons === 0 && isPane(target)
      const found = isFree ? findEdge({ x, y }) : null
      if (found === session.edgeUnder.get()) return
      // It goes without having been left.
      leaveTools(session)
      session.edgeUnder.set(found)
    }
    const { domNode } = flow.getState()
    domNode?.addEventListener('pointermove', point)
    session.findEdge.set(findEdge)
    return () => {
      domNode?.removeEventListener('pointermove', point)
      session.findEdge.set(null)
      session.edgeUnder.set(null)
    }
  }, [session, flow, findEdge])

  /** A finger points at nothing before it taps. */
  return (event: React.MouseEvent) => {
    const found = isPane(event.target) ? findEdge({ x: event.clientX, y: event.clientY }) : null
    // React Flow then takes all selections away.
    if (found) queueMicrotask(() => store.select({ nodes: [], edges: [found], notes: [] }))
  }
}

const isPane = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('.react-flow__pane')
