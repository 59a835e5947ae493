'use client'

import type { NodeChange } from '@xyflow/react'

import { useTheme } from '@payloadcms/ui'
import { Background, ReactFlow, ReactFlowProvider } from '@xyflow/react'
import { useState } from 'react'
import '@xyflow/react/dist/base.css'

import type { CardView, FlowGraph } from '../types.js'
import type { CardNode } from './FlowNode.js'

import { FlowControls } from './FlowControls.js'
import { FlowEdge } from './FlowEdge.js'
import { FlowNode } from './FlowNode.js'
import { type Size, useFlowElements } from './useFlowElements.js'
import { useFollowing } from './useFollowing.js'

export interface CanvasProps {
  graph: FlowGraph
  /** By node id; without it the graph is at rest. */
  views?: ReadonlyMap<string, CardView>
  /** Branch that each condition has taken. */
  branches?: ReadonlyMap<string, string>
  selected?: string | null
  onSelect?: (id: string) => void
  /** Says «Following» while it fits itself. */
  followable?: boolean
  label: string
}

const NODE_TYPES = { card: FlowNode }
const EDGE_TYPES = { flow: FlowEdge }
const PRO = { hideAttribution: true }
const SMALLEST = 0.1
const LARGEST = 1.5

export function FlowCanvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  )
}

function Canvas({ selected = null, onSelect, followable = false, label, ...drawn }: CanvasProps) {
  const { theme } = useTheme()
  const [measured, setMeasured] = useState<ReadonlyMap<string, Size>>(new Map())
  const { nodes, edges } = useFlowElements({ ...drawn, measured, selected })
  const { following, follow, touched } = useFollowing(nodes.length)
  const choose = (changes: NodeChange<CardNode>[]) => {
    const sizes = changes.flatMap((change) =>
      change.type === 'dimensions' && change.dimensions
        ? [[change.id, change.dimensions] as const]
        : [],
    )
    if (sizes.length > 0) setMeasured((known) => new Map([...known, ...sizes]))
    const chosen = changes.find((change) => change.type === 'select' && change.selected)
    if (chosen && 'id' in chosen) onSelect?.(chosen.id)
  }
  return (
    <ReactFlow
      aria-label={label}
      colorMode={theme}
      edges={edges}
      edgesFocusable={false}
      edgeTypes={EDGE_TYPES}
      elementsSelectable={Boolean(onSelect)}
      maxZoom={LARGEST}
      minZoom={SMALLEST}
      nodes={nodes}
      nodesConnectable={false}
      nodesDraggable={false}
      nodeTypes={NODE_TYPES}
      onMoveStart={(event) => event && touched()}
      onNodesChange={choose}
      onlyRenderVisibleElements={nodes.length > 60}
      proOptions={PRO}
      style={{ background: 'var(--workflows-canvas)' }}
      zoomOnDoubleClick={false}
    >
      <Background color="var(--workflows-canvas-dots)" gap={20} size={1.5} />
      <FlowControls
        followable={followable}
        following={following}
        onFit={follow}
        onTouch={touched}
      />
    </ReactFlow>
  )
}
