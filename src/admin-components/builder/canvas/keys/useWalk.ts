'use client'

import { useStoreApi } from '@xyflow/react'
import { useMemo } from 'react'

import type { CanvasActs } from '../../context.js'
import type { CanvasEdge, CanvasNode } from '../nodes/types.js'

import { useBuilder } from '../../context.js'
import { focusElement } from '../parts/focusElement.js'
import { flowOrder } from './flowOrder.js'
import { focusedPart } from './focusedPart.js'

/**
 * Tab goes from card to card as the work goes, and out of the canvas behind the last one. The browser
 * could not do it: cards off the picture are not drawn at all.
 */
export function useWalk(acts: CanvasActs) {
  const { store } = useBuilder()
  const flow = useStoreApi<CanvasNode, CanvasEdge>()
  return useMemo(() => {
    const goTo = (nodeId: string) => {
      const { nodeLookup, transform, width, height } = flow.getState()
      const node = nodeLookup.get(nodeId)
      if (!node) return
      const [x, y, zoom] = transform
      const left = node.position.x * zoom + x
      const top = node.position.y * zoom + y
      const right = left + (node.measured.width ?? 0) * zoom
      const bottom = top + (node.measured.height ?? 0) * zoom
      const isSeen = left >= 0 && top >= 0 && right <= width && bottom <= height
      if (!isSeen) {
        acts.reveal(nodeId)
        return
      }
      store.select({ nodes: [nodeId], edges: [], notes: [] })
      focusElement(nodeId)
    }

    const step =
      (by: -1 | 1) =>
      (event: KeyboardEvent): void => {
        const { document } = store.getState()
        const order = flowOrder(document.graph)
        const part = focusedPart(event.target)
        const isSurface =
          event.target instanceof Element && event.target.matches('.workflows-canvas')
        if (!part && !isSurface) return
        // From an edge on to where it leads, and back to where it comes from.
        const edge =
          part?.kind === 'edge' ? document.graph.edges.find(({ id }) => id === part.id) : undefined
        const edgeEnd = by === 1 ? edge?.target : edge?.source
        const at = part?.kind === 'node' ? order.indexOf(part.id) : by === 1 ? -1 : order.length
        const next = edgeEnd ?? order[at + by]
        if (isSurface && by === -1) return
        if (next !== undefined) {
          event.preventDefault()
          goTo(next)
        } else if (by === -1) {
          event.preventDefault()
          flow.getState().domNode?.closest<HTMLElement>('.workflows-canvas')?.focus()
        }
      }

    /** The next connection that leaves the node one is at. */
    const nextEdge = () => {
      const { document, selection } = store.getState()
      const { edges } = document.graph
      const now = edges.find(({ id }) => id === selection.edges[0])
      const source = now?.source ?? selection.nodes[0]
      const leaving = edges.filter((edge) => edge.source === source)
      const next = leaving[(leaving.findIndex((edge) => edge === now) + 1) % leaving.length]
      if (!next) return
      store.select({ nodes: [], edges: [next.id], notes: [] })
      focusElement(next.id)
    }
    return { on: step(1), back: step(-1), nextEdge }
  }, [store, flow, acts])
}
