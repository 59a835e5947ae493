'use client'

import { type ReactFlowState, useStore, ViewportPortal } from '@xyflow/react'
import { useMemo } from 'react'

import type { Box } from '../pointer/alignGuides.js'
import type { LaneGroup } from './findLanes.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { frameLanes, type LaneFrame } from './frameLanes.js'
import './lanes.css'

const NO_FRAMES: LaneFrame[] = []

/** Frames behind what runs side by side. They follow a drag, and catch no clicks. */
export function LaneFrames({ groups }: { groups: LaneGroup[] }) {
  const { t } = useWorkflowsTranslation()
  const select = useMemo(() => framesFrom(groups), [groups])
  const frames = useStore(select)
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
      // What is out of sight is not measured.
      const width = node?.measured.width ?? node?.initialWidth
      const height = node?.measured.height ?? node?.initialHeight
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
