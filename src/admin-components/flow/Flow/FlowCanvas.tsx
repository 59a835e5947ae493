'use client'

import { ReactFlowProvider } from '@xyflow/react'
import '@xyflow/react/dist/base.css'

import type { CardView, FlowGraph } from '../types.js'

import { useCollapse } from '../collapse/useCollapse.js'
import { Canvas } from './Canvas.js'
import { FlowStatesProvider, useFlowStates } from './flowStates.js'

export interface CanvasProps {
  graph: FlowGraph
  /** By node id; without it the graph is at rest. */
  views?: ReadonlyMap<string, CardView>
  selected?: string | null
  onSelect?: (id: string) => void
  /** Says «Following» while it fits itself. */
  followable?: boolean
  label: string
}

export function FlowCanvas({ graph, views, ...rest }: CanvasProps) {
  const { flow, views: shown, collapse } = useCollapse({ graph, views })
  const states = useFlowStates({ graph: flow.graph, views: shown })
  return (
    <ReactFlowProvider>
      <FlowStatesProvider value={states}>
        <Canvas all={graph.steps} collapse={collapse} flow={flow} {...rest} />
      </FlowStatesProvider>
    </ReactFlowProvider>
  )
}
