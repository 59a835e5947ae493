'use client'

import type { NodeChange } from '@xyflow/react'

import { useTheme } from '@payloadcms/ui'
import {
  Background,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  type ReactFlowState,
  useStore,
} from '@xyflow/react'
import { useState } from 'react'
import '@xyflow/react/dist/base.css'

import type { CardView, FlowGraph } from '../types.js'
import type { CardNode } from './FlowNode.js'

import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { FlowControls } from './FlowControls.js'
import { FlowEdge } from './FlowEdge.js'
import { FlowNode } from './FlowNode.js'
import { FlowSearch } from './FlowSearch.js'
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
/** From here on a graph does not fit into a frame and stay readable: one looks for nodes by name, and sees a map. */
const LARGE = 24
/** Below this the words of a card are under 6 px. */
const FAR = 0.5

const isFar = ({ transform: [, , zoom] }: ReactFlowState): boolean => zoom < FAR
const colourOf = ({ data: { view } }: CardNode): string =>
  view ? `var(--workflows-${view.status})` : 'var(--theme-elevation-250)'

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
  const far = useStore(isFar)
  const large = nodes.length > LARGE
  const { t } = useWorkflowsTranslation()
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
      className={far ? 'workflows-flow--far' : undefined}
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
      {large && onSelect ? (
        <FlowSearch
          nodes={nodes}
          onJump={(id) => {
            touched()
            onSelect(id)
          }}
        />
      ) : null}
      {large ? (
        <MiniMap
          ariaLabel={t('flow:map')}
          bgColor="var(--theme-elevation-50)"
          nodeBorderRadius={12}
          nodeColor={colourOf}
          maskColor="color-mix(in srgb, var(--theme-elevation-500) 22%, transparent)"
          pannable
          zoomable
        />
      ) : null}
    </ReactFlow>
  )
}
