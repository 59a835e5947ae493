import type { CollectionBeforeChangeHook } from 'payload'

import { currentFigures } from '../../../plugins/workflows/operations/templates/currentFigures.js'

/**
 * `nodeCount` follows the graph. The engine's figures are put back to what the row says now: a save
 * writes the whole document, and what it read may be an old version with old figures.
 */
export const keepFigures: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const next: Record<string, unknown> = { ...data }
  const graph = next.graph as { nodes?: unknown } | null | undefined
  next.nodeCount = Array.isArray(graph?.nodes) ? graph.nodes.length : 0
  if (operation === 'create') return next
  const { id } = originalDoc as { id: number | string }
  return { ...next, ...(await currentFigures({ req, id })) }
}
