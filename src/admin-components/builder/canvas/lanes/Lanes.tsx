'use client'

import { useMemo, useRef } from 'react'

import { useBuilderState } from '../../context.js'
import { findLanes, type LaneGroup } from './findLanes.js'
import { LaneFrames } from './LaneFrames.js'

/** The frames of the graph that is being edited. */
export function Lanes() {
  const edges = useBuilderState((state) => state.document.graph.edges)
  const nodes = useBuilderState((state) => state.document.graph.nodes)
  // Moving changes every node object, but not who is whose branch.
  const shape = useRef<{ edges: unknown; types: string; groups: LaneGroup[] } | null>(null)
  const types = useMemo(() => nodes.map(({ id, type }) => `${id} ${type}`).join('\n'), [nodes])
  const groups = useMemo(() => {
    const known = shape.current
    if (known?.edges === edges && known.types === types) return known.groups
    const found = findLanes({ nodes, edges })
    shape.current = { edges, types, groups: found }
    return found
  }, [nodes, edges, types])
  return <LaneFrames groups={groups} />
}
