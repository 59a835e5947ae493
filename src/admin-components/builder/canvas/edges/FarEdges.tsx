'use client'

import { type ReactFlowState, useStore, ViewportPortal } from '@xyflow/react'
import { useMemo } from 'react'

import type { GraphEdge } from '../../../../plugins/workflows/graph/types.js'
import type { InternalNode } from '@xyflow/react'

import { useBuilderState } from '../../context.js'
import { useCell } from '../session/cell.js'
import { boxOf } from '../detail/boxesOf.js'
import { useSession } from '../session/session.js'
import { farLine } from './farLine.js'

/**
 * All edges as two lines, for when one sees hundreds of them: those at rest, and those that touch the
 * selection. While a card is dragged only the second one is drawn again.
 */
export function FarEdges() {
  const isShown = useCell(useSession().hasFarEdges)
  return isShown ? <Paths /> : null
}

function Paths() {
  const edges = useBuilderState((state) => state.document.graph.edges)
  const selected = useBuilderState((state) => state.selection.nodes)
  const document = useBuilderState((state) => state.document)
  const [resting, touched] = useMemo(() => {
    const ids = new Set(selected)
    const isTouched = ({ source, target }: GraphEdge) => ids.has(source) || ids.has(target)
    return [edges.filter((edge) => !isTouched(edge)), edges.filter(isTouched)]
  }, [edges, selected])
  // New whenever cards come, go or are put down, and only then.
  const rest = useMemo(() => pathsOf({ edges: resting, key: document }), [resting, document])
  const moving = useMemo(() => pathsOf({ edges: touched, key: null }), [touched])
  const restPath = useStore(rest)
  const movingPath = useStore(moving)
  return (
    <ViewportPortal>
      <svg aria-hidden="true" className="workflows-far-edges">
        <path className="workflows-far-edges__rest" d={restPath} />
        <path className="workflows-far-edges__touched" d={movingPath} />
      </svg>
    </ViewportPortal>
  )
}

/** Reads the path from React Flow's state. With a `key` it is made once. */
function pathsOf({ edges, key }: { edges: readonly GraphEdge[]; key: unknown }) {
  let nodes: unknown = null
  let path = ''
  return (state: ReactFlowState): string => {
    const isKept = nodes !== null && (key !== null || nodes === state.nodes)
    if (isKept) return path
    nodes = state.nodes
    path = edges.map((edge) => lineOf({ edge, nodes: state.nodeLookup })).join('')
    return path
  }
}

function lineOf({
  edge: { source, target },
  nodes,
}: {
  edge: GraphEdge
  nodes: ReadonlyMap<string, InternalNode>
}): string {
  const [from, to] = [boxOf(nodes.get(source)), boxOf(nodes.get(target))]
  if (!from || !to) return ''
  const [start, turn, , end] = farLine({ from, to })
  return `M${start.x} ${start.y}H${turn.x}V${end.y}H${end.x}`
}
