'use client'

import { useStoreApi } from '@xyflow/react'
import { useEffect, useMemo } from 'react'

import type { CanvasEdge, CanvasNode } from './nodes/types.js'

import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useBuilder } from '../context.js'
import { createElementDrawer } from './nodes/drawElements.js'
import { useSession } from './session/session.js'

/** Below this a 13 px label is 5 px high. */
const FAR_ZOOM = 0.4
const NO_EDGES: CanvasEdge[] = []

/**
 * Keeps React Flow's own store in step with the document. No state of React is in between: while
 * something is dragged, React Flow moves it by itself, and only the end of it becomes an edit.
 */
export function useElementSync(): void {
  const { store, specs } = useBuilder()
  const flow = useStoreApi<CanvasNode, CanvasEdge>()
  const { t } = useWorkflowsTranslation()
  const session = useSession()
  const draw = useMemo(() => createElementDrawer({ specs, t }), [specs, t])
  useEffect(() => {
    const sync = () => {
      const before = flow.getState()
      const after = draw({ state: store.getState(), nodes: before.nodes, edges: before.edges })
      // From afar FarEdges draws them all at once.
      const edges = session.isFar.get() ? NO_EDGES : after.edges
      if (after.nodes !== before.nodes) before.setNodes(after.nodes)
      if (edges !== before.edges) flow.getState().setEdges(edges)
    }
    sync()
    const stops = [
      store.subscribe(sync),
      session.isFar.subscribe(sync),
      flow.subscribe(({ transform }) => session.isFar.set(transform[2] < FAR_ZOOM)),
    ]
    return () => stops.forEach((stop) => stop())
  }, [store, flow, session, draw])
}
