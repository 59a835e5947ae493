'use client'

import { type ReactFlowState, useStore, ViewportPortal } from '@xyflow/react'
import { useMemo, useRef } from 'react'

import type { Box } from '../pointer/alignGuides.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useBuilderState } from '../../context.js'
import { findLanes, type LaneGroup } from './findLanes.js'
import { frameLanes, type LaneFrame } from './frameLanes.js'
import './lanes.css'

/** Frames behind what runs side by side. They follow a drag, and catch no clicks. */
export function Lanes() {
  const { t } = useWorkflowsTranslation()
  const frames = useFrames()
  if (frames.length === 0) return null
  return (
    <ViewportPortal>
      {frames.map(({ parallelId, box, lanes, hasHeader }) => (
        <div
          className={`workflows-lanes${hasHeader ? ' workflows-lanes--headed' : ''}`}
          key={parallelId}
          style={{
            transform: `translate(${box.x}px, ${box.y}px)`,
            width: box.width,
            height: box.height,
          }}
        >
          {lanes.map(({ number, top }, at) => (
            <div
              className={`workflows-lanes__lane${at > 0 ? ' workflows-lanes__lane--next' : ''}`}
              key={number}
              style={{ top }}
            >
              {t('builder:lane', { number })}
            </div>
          ))}
        </div>
      ))}
    </ViewportPortal>
  )
}

const NO_FRAMES: LaneFrame[] = []

function useFrames(): LaneFrame[] {
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
  const select = useMemo(() => framesFrom(groups), [groups])
  return useStore(select)
}

/** Computes only when a node has moved: the canvas reports every pan and every zoom as well. */
function framesFrom(groups: LaneGroup[]): (state: ReactFlowState) => LaneFrame[] {
  if (groups.length === 0) return () => NO_FRAMES
  let nodes: unknown = null
  let key = ''
  let frames = NO_FRAMES
  return (state) => {
    if (state.nodes === nodes) return frames
    nodes = state.nodes
    const boxOf = (id: string): Box | null => {
      const node = state.nodeLookup.get(id)
      const { width, height } = node?.measured ?? {}
      return node && width && height ? { ...node.position, width, height } : null
    }
    const next = groups.flatMap(({ parallelId, lanes }) => {
      const boxes = lanes.map((lane) => lane.flatMap((id) => boxOf(id) ?? []))
      return frameLanes({ parallelId, header: boxOf(parallelId), lanes: boxes }) ?? []
    })
    const nextKey = JSON.stringify(next)
    if (nextKey !== key) {
      key = nextKey
      frames = next
    }
    return frames
  }
}
