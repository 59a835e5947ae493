'use client'

import type { Edge, Node } from '@xyflow/react'

import { useMemo, useRef } from 'react'

import type { DrawnFlow, PlacedStack } from '../collapse/drawCollapsed.js'
import type { FlowStep } from '../types.js'

export interface Size {
  width: number
  height: number
}

// React Flow takes type aliases as data, but no interfaces.
type Ends = { isRoot: boolean; isLeaf: boolean }

export type CardNode = Node<Ends & { step: FlowStep }, 'card'>
export type StackNode = Node<Ends & { stack: PlacedStack }, 'stack'>
export type DrawnNode = CardNode | StackNode
export type FlowLine = Edge<Record<string, never>, 'flow'>

const CARD = { initialWidth: 240, initialHeight: 54 }

/**
 * Nodes and edges as React Flow wants them. What moves while an execution runs is not in them (flowStates.ts),
 * and a node that did not change stays the same object.
 */
export function useFlowElements({
  flow: { graph, stacks, stackOf },
  selected,
  measured,
}: {
  flow: DrawnFlow
  selected: string | null
  /** A new node without its size would be hidden until it is measured again. */
  measured: ReadonlyMap<string, Size>
}): { nodes: DrawnNode[]; edges: FlowLine[] } {
  const atRest = useMemo(() => nodesOf({ graph, stacks }), [graph, stacks])
  const edges = useMemo(() => graph.edges.map(lineOf), [graph.edges])
  const kept = useRef(new Map<string, { rest: DrawnNode; node: DrawnNode }>())
  const chosen = selected === null ? null : (stackOf.get(selected)?.id ?? selected)
  const nodes = useMemo(() => {
    const next = new Map(
      atRest.map((rest) => {
        const old = kept.current.get(rest.id)
        const size = measured.get(rest.id)
        const isSelected = rest.id === chosen
        const isSame =
          old?.rest === rest && old.node.measured === size && old.node.selected === isSelected
        const node = isSame ? old.node : { ...rest, measured: size, selected: isSelected }
        return [rest.id, { rest, node }]
      }),
    )
    kept.current = next
    return [...next.values()].map(({ node }) => node)
  }, [atRest, measured, chosen])
  return { nodes, edges }
}

function nodesOf({ graph: { steps, edges }, stacks }: Omit<DrawnFlow, 'stackOf'>): DrawnNode[] {
  const targets = new Set(edges.map(({ target }) => target))
  const sources = new Set(edges.map(({ source }) => source))
  const common = ({ id, position }: Pick<FlowStep, 'id' | 'position'>) => ({
    id,
    position,
    // A node out of sight is not measured; the map and the first fit need a size all the same.
    ...CARD,
    // No label of its own: the card's words are its name, so that voice control finds what it shows.
    ariaRole: 'button' as const,
  })
  const endsOf = ({ id }: { id: string }): Ends => ({
    isRoot: !targets.has(id),
    isLeaf: !sources.has(id),
  })
  return [
    ...steps.map((step): CardNode => ({
      ...common(step),
      type: 'card',
      data: { step, ...endsOf(step) },
    })),
    ...stacks.map((stack): StackNode => ({
      ...common(stack),
      type: 'stack',
      data: { stack, ...endsOf(stack) },
    })),
  ]
}

const lineOf = ({ id, source, target, sourceHandle }: DrawnFlow['graph']['edges'][number]) => ({
  id,
  type: 'flow' as const,
  source,
  target,
  sourceHandle,
  focusable: false,
})
