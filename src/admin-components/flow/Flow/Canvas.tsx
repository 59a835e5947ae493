'use client'

import type { NodeChange } from '@xyflow/react'

import { useTheme } from '@payloadcms/ui'
import { Background, MiniMap, ReactFlow, type ReactFlowState, useStore } from '@xyflow/react'
import { memo, useMemo, useState } from 'react'

import type { DrawnFlow } from '../collapse/drawCollapsed.js'
import type { Collapse } from '../collapse/useCollapse.js'
import type { FlowStep } from '../types.js'
import type { CanvasProps } from './FlowCanvas.js'

import { findLanes } from '../../builder/canvas/lanes/findLanes.js'
import { LaneFrames } from '../../builder/canvas/lanes/LaneFrames.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { FlowControls } from './FlowControls.js'
import { FlowEdge } from './FlowEdge.js'
import { FlowNode } from './FlowNode.js'
import { FlowSearch } from './FlowSearch.js'
import { FlowStack } from './FlowStack.js'
import { MapNode } from './MapNode.js'
import { type DrawnNode, type Size, useFlowElements } from './useFlowElements.js'
import { useFocusCard } from './useFocusCard.js'
import { useFollowing } from './useFollowing.js'
import { useJump } from './useJump.js'
import { useKeepPlace } from './useKeepPlace.js'

const NODE_TYPES = { card: FlowNode, stack: FlowStack }
const EDGE_TYPES = { flow: FlowEdge }
const PRO = { hideAttribution: true }
const CANVAS = { background: 'var(--workflows-canvas)' }
const SMALLEST = 0.1
const LARGEST = 1.5
/** From here on a graph does not fit into a frame and stay readable: one looks for nodes by name, and sees a map. */
const LARGE = 24
/** Steps from which on only what is in view is drawn, and less of it moves. */
const CALM = 60
/** Below this the words of a card are under 6 px. */
const FAR = 0.5

const isFar = ({ transform: [, , zoom] }: ReactFlowState): boolean => zoom < FAR

/** Knows nothing of states: what an execution does is between the cards and flowStates.ts. */
export const Canvas = memo(function Canvas({
  all,
  flow,
  collapse,
  selected = null,
  onSelect,
  followable = false,
  label,
}: Omit<CanvasProps, 'graph' | 'views'> & {
  all: readonly FlowStep[]
  flow: DrawnFlow
  collapse: Collapse
}) {
  const { t } = useWorkflowsTranslation()
  const { theme } = useTheme()
  const [measured, setMeasured] = useState<ReadonlyMap<string, Size>>(new Map())
  const { nodes, edges } = useFlowElements({ flow, measured, selected })
  const { following, follow, touched } = useFollowing(nodes.length)
  const far = useStore(isFar)
  const jump = useJump(nodes)
  const focus = useFocusCard()
  useKeepPlace({ flow, following })
  const lanes = useMemo(() => findLanes({ nodes: [...all], edges: flow.graph.edges }), [all, flow])
  const large = all.length > LARGE
  const reveal = (id: string) => {
    const stack = flow.stackOf.get(id)
    if (stack) collapse.open(stack.nodeIds)
  }
  const change = (changes: NodeChange<DrawnNode>[]) => {
    const sizes = changes.flatMap((one) =>
      one.type === 'dimensions' && one.dimensions ? [[one.id, one.dimensions] as const] : [],
    )
    if (sizes.length > 0) setMeasured((known) => new Map([...known, ...sizes]))
    const chosen = changes.find((one) => one.type === 'select' && one.selected)
    if (!chosen || !('id' in chosen)) return
    const stack = flow.stacks.find(({ id }) => id === chosen.id)
    if (!stack) return onSelect?.(chosen.id)
    collapse.open(stack.nodeIds)
    focus(stack.nodeIds[0])
  }
  return (
    <ReactFlow
      aria-label={label}
      className={classesOf({ far, calm: all.length > CALM })}
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
      onNodesChange={change}
      onlyRenderVisibleElements={nodes.length > CALM}
      proOptions={PRO}
      style={CANVAS}
      zoomOnDoubleClick={false}
    >
      <Background color="var(--workflows-canvas-dots)" gap={20} size={1.5} />
      {collapse.isOn ? null : <LaneFrames groups={lanes} />}
      <FlowControls
        collapse={collapse}
        followable={followable}
        following={following}
        onFit={follow}
        onTouch={touched}
      />
      {large && onSelect ? (
        <FlowSearch
          onJump={(id) => {
            touched()
            reveal(id)
            onSelect(id)
            jump(id)
          }}
          steps={all}
        />
      ) : null}
      {large ? (
        <MiniMap
          ariaLabel={t('flow:map')}
          bgColor="var(--theme-elevation-50)"
          maskColor="color-mix(in srgb, var(--theme-elevation-500) 22%, transparent)"
          nodeComponent={MapNode}
          pannable
          zoomable
        />
      ) : null}
    </ReactFlow>
  )
})

/** Far: too small to read. Calm: so many change that what moves between two states would keep the others waiting. */
const classesOf = ({ far, calm }: { far: boolean; calm: boolean }): string =>
  [far ? 'workflows-flow--far' : '', calm ? 'workflows-flow--calm' : ''].filter(Boolean).join(' ')
