import type { InternalNode, NodeHandle } from '@xyflow/react'

/**
 * React Flow looks for the handles of a card in the page as soon as it stands there, and a box from afar
 * has none: without this its edges would have no ends. It is told again what it knew.
 */
export function mendHandles(nodes: ReadonlyMap<string, InternalNode>): void {
  for (const { id, handles, internals } of nodes.values()) {
    const { handleBounds } = internals
    if (!handles || !handleBounds || handleBounds.source || handleBounds.target) continue
    internals.handleBounds = {
      source: boundsOf({ id, handles, side: 'source' }),
      target: boundsOf({ id, handles, side: 'target' }),
    }
  }
}

const boundsOf = ({
  id,
  handles,
  side,
}: {
  id: string
  handles: readonly NodeHandle[]
  side: 'source' | 'target'
}) =>
  handles
    .filter(({ type }) => type === side)
    .map((handle) => ({
      ...handle,
      id: handle.id ?? null,
      nodeId: id,
      width: handle.width ?? 1,
      height: handle.height ?? 1,
    }))
