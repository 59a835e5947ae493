'use client'

import type { Edge } from '@xyflow/react'

import { useMemo, useRef } from 'react'

import type { CardView, EdgeLook, FlowGraph } from '../types.js'
import type { CardNode } from './FlowNode.js'

import { edgeLook } from '../edgeLook.js'

export interface Size {
  width: number
  height: number
}

const CARD = { initialWidth: 240, initialHeight: 54 }

export type LookEdge = Edge<{ look: EdgeLook }, 'flow'>

/**
 * Nodes and edges as React Flow wants them. A node whose state did not change stays the same object: with
 * 200 of them only those that move are drawn again.
 */
export function useFlowElements({
  graph,
  views,
  branches,
  selected,
  measured,
}: {
  graph: FlowGraph
  views?: ReadonlyMap<string, CardView>
  branches?: ReadonlyMap<string, string>
  selected: string | null
  /** A new node without its size would be hidden until it is measured again. */
  measured: ReadonlyMap<string, Size>
}): { nodes: CardNode[]; edges: LookEdge[] } {
  const kept = useRef(new Map<string, CardNode>())
  const ends = useMemo(
    () => ({
      targets: new Set(graph.edges.map(({ target }) => target)),
      sources: new Set(graph.edges.map(({ source }) => source)),
    }),
    [graph.edges],
  )
  const nodes = graph.steps.map((step) => {
    const view = views?.get(step.id)
    const old = kept.current.get(step.id)
    const isSelected = step.id === selected
    const size = measured.get(step.id)
    const isSame =
      old?.data.step === step &&
      old.data.view === view &&
      old.selected === isSelected &&
      old.measured === size
    if (old && isSame) return old
    const node: CardNode = {
      id: step.id,
      type: 'card',
      position: step.position,
      data: {
        step,
        view,
        isRoot: !ends.targets.has(step.id),
        isLeaf: !ends.sources.has(step.id),
      },
      measured: size,
      // A node out of sight is not measured; the map and the first fit need a size all the same.
      ...CARD,
      selected: isSelected,
      // No label of its own: the card's words are its name, so that voice control finds what it shows.
      ariaRole: 'button',
    }
    kept.current.set(step.id, node)
    return node
  })
  const same = useRef(nodes)
  if (same.current.length !== nodes.length || nodes.some((node, at) => node !== same.current[at])) {
    same.current = nodes
  }
  return { nodes: same.current, edges: useEdges({ graph, views, branches }) }
}

/** As with nodes: an edge that looks as before is the same object, and all of them the same list. */
function useEdges({
  graph,
  views,
  branches,
}: {
  graph: FlowGraph
  views?: ReadonlyMap<string, CardView>
  branches?: ReadonlyMap<string, string>
}): LookEdge[] {
  const kept = useRef<LookEdge[]>([])
  return useMemo(() => {
    const old = new Map(kept.current.map((edge) => [edge.id, edge]))
    const next = graph.edges.map((edge) => {
      const drawn = lookOf({ edge, views, branches })
      const before = old.get(edge.id)
      return before && isSameEdge(before, drawn) ? before : drawn
    })
    const changed =
      next.length !== kept.current.length || next.some((edge, at) => edge !== kept.current[at])
    if (changed) kept.current = next
    return kept.current
  }, [graph.edges, views, branches])
}

const isSameEdge = (a: LookEdge, b: LookEdge): boolean =>
  a.data?.look === b.data?.look &&
  a.source === b.source &&
  a.target === b.target &&
  a.sourceHandle === b.sourceHandle

function lookOf({
  edge,
  views,
  branches,
}: {
  edge: FlowGraph['edges'][number]
  views?: ReadonlyMap<string, CardView>
  branches?: ReadonlyMap<string, string>
}): LookEdge {
  const source = views?.get(edge.source)
  const branch = branches?.get(edge.source)
  const look = edgeLook({
    edge,
    source: source && { status: source.status, ...(branch && { branch }) },
    target: views?.get(edge.target),
  })
  const { id, source: from, target, sourceHandle } = edge
  return { id, type: 'flow', source: from, target, sourceHandle, data: { look }, focusable: false }
}
