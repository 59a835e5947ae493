'use client'

import { useTheme } from '@payloadcms/ui'
import {
  Background,
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
} from '@xyflow/react'
import { memo, useMemo } from 'react'
import '@xyflow/react/dist/base.css'

import type { FlowStep } from '../../flow/types.js'
import type { Mark, MergedFlow } from './mergeFlows.js'

import { FlowControls } from '../../flow/Flow/FlowControls.js'
import { useFollowing } from '../../flow/Flow/useFollowing.js'
import '../../flow/Flow/index.css'
import { NodeCard } from '../../flow/NodeCard/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import './compare.css'

type MarkedNode = Node<{ step: FlowStep; mark: Mark }, 'marked'>

const EDGE_STYLES: Record<Mark, React.CSSProperties> = {
  added: { stroke: 'var(--workflows-completed)', strokeWidth: 2 },
  removed: { stroke: 'var(--workflows-failed)', strokeWidth: 1.5, strokeDasharray: '6 4' },
  changed: { stroke: 'var(--workflows-edge)', strokeWidth: 1.5 },
  same: { stroke: 'var(--workflows-edge)', strokeWidth: 1.5 },
}
const MARK_WORDS = {
  added: 'toolbar:diffAdded',
  changed: 'toolbar:diffChanged',
  removed: 'toolbar:diffRemoved',
} as const
const NODE_TYPES = { marked: memo(MarkedCard) }
const PRO = { hideAttribution: true }

/** Two flows on one canvas: added green, removed red and dashed, changed amber; each with its word. */
export function CompareCanvas(props: { flow: MergedFlow; label: string }) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  )
}

function Canvas({ flow, label }: { flow: MergedFlow; label: string }) {
  const { theme } = useTheme()
  const nodes = useMemo<MarkedNode[]>(
    () =>
      flow.graph.steps.map((step) => ({
        id: step.id,
        type: 'marked',
        position: step.position,
        data: { step, mark: flow.nodes[step.id] ?? 'same' },
      })),
    [flow],
  )
  const edges = useMemo<Edge[]>(
    () =>
      flow.graph.edges.map(({ id, source, target, sourceHandle }) => ({
        id,
        source,
        target,
        ...(sourceHandle && sourceHandle !== 'out' && { sourceHandle }),
        type: 'smoothstep',
        focusable: false,
        style: EDGE_STYLES[flow.edges[id] ?? 'same'],
      })),
    [flow],
  )
  const { following, follow, touched } = useFollowing(nodes.length)
  return (
    <ReactFlow
      aria-label={label}
      colorMode={theme}
      // Uncontrolled, so that sizes are measured without us; another comparison is another canvas.
      defaultEdges={edges}
      defaultNodes={nodes}
      edgesFocusable={false}
      elementsSelectable={false}
      maxZoom={1.5}
      minZoom={0.1}
      nodesConnectable={false}
      nodesDraggable={false}
      nodeTypes={NODE_TYPES}
      onMoveStart={(event) => event && touched()}
      proOptions={PRO}
      style={{ background: 'var(--workflows-canvas)' }}
    >
      <Background color="var(--workflows-canvas-dots)" gap={20} size={1.5} />
      <FlowControls followable={false} following={following} onFit={follow} onTouch={touched} />
    </ReactFlow>
  )
}

const hidden: React.CSSProperties = { top: 28, opacity: 0 }
/** Rows of branches are at the foot of a card. */
const ROW = 28

function MarkedCard({ data: { step, mark } }: NodeProps<MarkedNode>) {
  const { t } = useWorkflowsTranslation()
  const count = step.branches.length
  return (
    <div className={`workflows-compare__card workflows-compare__card--${mark}`}>
      <Handle isConnectable={false} position={Position.Left} style={hidden} type="target" />
      <NodeCard
        aside={
          mark === 'same' ? null : (
            <span className="workflows-compare__mark">{t(MARK_WORDS[mark])}</span>
          )
        }
        step={step}
      />
      {count === 0 ? (
        <Handle isConnectable={false} position={Position.Right} style={hidden} type="source" />
      ) : null}
      {step.branches.map(({ id }, at) => (
        <Handle
          id={id}
          isConnectable={false}
          key={id}
          position={Position.Right}
          style={{ ...hidden, top: `calc(100% - ${(count - at) * ROW - ROW / 2}px)` }}
          type="source"
        />
      ))}
    </div>
  )
}
