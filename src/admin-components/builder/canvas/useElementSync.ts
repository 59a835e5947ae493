'use client'

import { useStoreApi } from '@xyflow/react'
import { useEffect, useMemo } from 'react'

import type { CanvasEdge, CanvasNode } from './nodes/types.js'

import { useSayProblem } from '../useSayProblem.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useBuilder } from '../context.js'
import { drawEdges } from './edges/drawEdges.js'
import { createCardDrawer } from './nodes/drawCards.js'
import { useSession } from './session/session.js'

/**
 * Keeps React Flow's own store in step with the document. No state of React is in between: while
 * something is dragged, React Flow moves it by itself, and only the end of it becomes an edit.
 */
export function useElementSync(): void {
  const { store, specs } = useBuilder()
  const flow = useStoreApi<CanvasNode, CanvasEdge>()
  const { t } = useWorkflowsTranslation()
  const session = useSession()
  const sayProblem = useSayProblem()
  const drawCards = useMemo(
    () => createCardDrawer({ specs, t, sayProblem }),
    [specs, t, sayProblem],
  )
  useEffect(() => {
    const syncEdges = () => {
      const { edges, setEdges } = flow.getState()
      const shown = session.shownEdges.get()
      const drawn = drawEdges({ state: store.getState(), edges, shown, specs, t })
      if (drawn !== edges) setEdges(drawn)
    }
    const sync = () => {
      const { nodes, setNodes } = flow.getState()
      const drawn = drawCards({ state: store.getState(), nodes })
      if (drawn !== nodes) setNodes(drawn)
      syncEdges()
    }
    sync()
    const stops = [store.subscribe(sync), session.shownEdges.subscribe(syncEdges)]
    return () => stops.forEach((stop) => stop())
  }, [store, specs, flow, session, drawCards, t])
}
