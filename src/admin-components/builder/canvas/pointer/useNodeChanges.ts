'use client'

import type { EdgeChange, NodeChange, NodePositionChange } from '@xyflow/react'

import { applyNodeChanges, useStoreApi } from '@xyflow/react'
import { useMemo, useRef } from 'react'

import type { CanvasEdge, CanvasNode } from '../nodes/types.js'

import { useBuilder } from '../../context.js'
import { placed } from '../nodes/placed.js'
import { handlesOf } from '../nodes/ports.js'
import { noteIdOf } from '../nodes/types.js'
import { SMALL } from '../detail/planDetail.js'
import { useSession } from '../session/session.js'
import { alignToNeighbours, type Box, boxAround } from './alignGuides.js'
import { createLightHand, type LightHand } from './lightHand.js'

/** Window px within which a dragged card jumps into line. */
const REACH = 6

/**
 * What React Flow wants to change: moves go to its own store, snapped; selections go to ours, which
 * brings them back.
 */
export function useNodeChanges() {
  const { store } = useBuilder()
  const session = useSession()
  const flow = useStoreApi<CanvasNode, CanvasEdge>()
  const neighbours = useRef<Box[] | null>(null)
  const isFree = useRef(false)
  const hand = useRef<LightHand | null>(null)

  return useMemo(() => {
    const snap = (changes: NodePositionChange[]): NodePositionChange[] => {
      const { nodeLookup, transform } = flow.getState()
      const moved = new Set(changes.map(({ id }) => id))
      neighbours.current ??= [...nodeLookup.values()].flatMap((node) =>
        moved.has(node.id) || node.type === 'note' ? [] : [boxOf(node, node.position)],
      )
      const boxes = changes.flatMap(({ id, position }) => {
        const node = nodeLookup.get(id)
        return node && position ? [boxOf(node, position)] : []
      })
      const box = boxAround(boxes)
      if (!box || isFree.current) return changes
      const others = neighbours.current
      const { dx, dy, guides } = alignToNeighbours({ box, others, reach: REACH / transform[2] })
      if (guides.length > 0 || session.guides.get().length > 0) session.guides.set(guides)
      return changes.map((change) => {
        const { position } = change
        return position
          ? { ...change, position: { x: position.x + dx, y: position.y + dy } }
          : change
      })
    }

    const onNodesChange = (changes: NodeChange<CanvasNode>[]) => {
      const { nodes, setNodes, domNode } = flow.getState()
      const moves = changes.filter((change) => change.type === 'position')
      const isInHand = moves.length > 0 && moves.every(({ dragging }) => dragging)
      if (isInHand && moves.length === changes.length && domNode && nodes.length > SMALL) {
        const { edges } = store.getState().document.graph
        hand.current ??= createLightHand({ canvas: domNode, flow: flow.getState, edges })
        hand.current.move(snap(moves))
        return
      }
      if (moves.length > 0) {
        hand.current?.release()
        hand.current = null
      }
      const others = changes.filter(({ type }) => type === 'dimensions')
      const kept = [...(moves.length > 0 ? snap(moves) : []), ...others]
      if (kept.length > 0) {
        const next = applyNodeChanges(kept, nodes)
        const moved = new Set(moves.map(({ id }) => id))
        const resized = new Set(others.map(idOf))
        setNodes(next.map((node) => settle({ node, moved, resized })))
      }
      const chosen = changes.flatMap((change) => (change.type === 'select' ? [change] : []))
      if (chosen.length === 0) return
      const { selection } = store.getState()
      const isOn = new Map(chosen.map(({ id, selected }) => [id, selected]))
      store.select({
        nodes: picked({ before: selection.nodes, isOn, keyOf: (id) => (noteIdOf(id) ? null : id) }),
        notes: picked({ before: selection.notes, isOn, keyOf: noteIdOf }),
      })
    }

    const onEdgesChange = (changes: EdgeChange<CanvasEdge>[]) => {
      const isOn = new Map(
        changes.flatMap((change): [string, boolean][] =>
          change.type === 'select' ? [[change.id, change.selected]] : [],
        ),
      )
      if (isOn.size === 0) return
      const { selection } = store.getState()
      store.select({ edges: picked({ before: selection.edges, isOn, keyOf: (id) => id }) })
    }

    return {
      onNodesChange,
      onEdgesChange,
      /** A drag begins or ends; with Alt held it goes wherever the hand goes. */
      setFree: (free: boolean) => {
        isFree.current = free
      },
      forgetNeighbours: () => {
        neighbours.current = null
        session.guides.set([])
      },
    }
  }, [store, session, flow])
}

const idOf = (change: NodeChange<CanvasNode>): string => ('id' in change ? change.id : '')

const boxOf = (
  { measured }: { measured?: { width?: number; height?: number } },
  { x, y }: { x: number; y: number },
): Box => ({ x, y, width: measured?.width ?? 0, height: measured?.height ?? 0 })

function settle({
  node,
  moved,
  resized,
}: {
  node: CanvasNode
  moved: ReadonlySet<string>
  resized: ReadonlySet<string>
}): CanvasNode {
  if (moved.has(node.id)) return placed(node)
  const { width, height } = node.measured ?? {}
  if (node.type !== 'step' || !resized.has(node.id) || !width || !height) return node
  // A card that grew has its branches further down.
  return { ...node, handles: handlesOf({ ...node.data, size: { width, height } }) }
}

function picked({
  before,
  isOn,
  keyOf,
}: {
  before: readonly string[]
  isOn: ReadonlyMap<string, boolean>
  /** Null: of another kind. */
  keyOf: (elementId: string) => string | null
}): string[] {
  const ids = new Set(before)
  for (const [elementId, on] of isOn) {
    const id = keyOf(elementId)
    if (id === null) continue
    if (on) ids.add(id)
    else ids.delete(id)
  }
  return [...ids]
}
