'use client'

import type { OnNodeDrag } from '@xyflow/react'

import { useStoreApi } from '@xyflow/react'
import { useMemo } from 'react'

import type { CanvasEdge, CanvasNode } from '../nodes/types.js'

import { useBuilder } from '../../context.js'
import { moveParts } from '../../edits/index.js'
import { noteIdOf } from '../nodes/types.js'
import { useSession } from '../session/session.js'

/** The end of a drag is one edit, and one undo. */
export function useDragging({
  setFree,
  forgetNeighbours,
}: {
  setFree: (free: boolean) => void
  forgetNeighbours: () => void
}) {
  const { store } = useBuilder()
  const flow = useStoreApi<CanvasNode, CanvasEdge>()
  const session = useSession()
  return useMemo(() => {
    const start = () => {
      session.isDragging.set(true)
      forgetNeighbours()
    }
    const drag: OnNodeDrag<CanvasNode> = (event) => setFree(event.altKey)
    const commit = (dragged: CanvasNode[]) => {
      session.isDragging.set(false)
      forgetNeighbours()
      const { nodeLookup } = flow.getState()
      const nodes = new Map<string, { x: number; y: number }>()
      const notes = new Map<string, { x: number; y: number }>()
      for (const { id } of dragged) {
        // Not what the event says: it does not know of the snapping.
        const position = nodeLookup.get(id)?.internals.userNode.position
        const noteId = noteIdOf(id)
        if (!position) continue
        if (noteId === null) nodes.set(id, position)
        else notes.set(noteId, position)
      }
      store.apply(moveParts({ nodes, notes }))
    }
    const stop: OnNodeDrag<CanvasNode> = (_event, _node, dragged) => commit(dragged)
    return {
      start,
      drag,
      stop,
      dragSelection: (event: React.MouseEvent) => setFree(event.altKey),
      stopSelection: (_event: React.MouseEvent, dragged: CanvasNode[]) => commit(dragged),
    }
  }, [store, session, flow, setFree, forgetNeighbours])
}
