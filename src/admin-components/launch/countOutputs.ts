import type { JsonObject, WorkflowGraph } from '../../client/types.js'

import { quantityParam } from '../../plugins/workflows/graph/quantityParam.js'

/** One line of «Creates». `count` is null where it depends on what runs before. */
export interface OutputLine {
  kind: 'attachments' | 'copy' | 'image' | 'review'
  count: number | null
  /** Copies only: the collection that the node names itself, and how they are saved. */
  collection?: string
  status?: 'draft' | 'published' | 'review'
}

/** What the nodes of a graph leave behind, added up by kind, collection and status. */
export function countOutputs({
  graph,
  params,
}: {
  graph: WorkflowGraph
  params: JsonObject
}): OutputLine[] {
  const counts = new Map<string, OutputLine>()
  const byId = new Map(graph.nodes.map((node) => [node.id, node]))
  const countOf = (id: unknown, depth = 0): number | null => {
    const config = typeof id === 'string' ? byId.get(id)?.config : undefined
    if (!config || depth > graph.nodes.length) return null
    const from = config.itemsFrom ?? config.copySourceNode
    if (typeof from === 'string' && from) return countOf(from, depth + 1)
    const name = quantityParam(config.quantity)
    const value = Number(name === null ? (config.quantity ?? 1) : params[name])
    return Number.isFinite(value) ? value : null
  }
  const add = (line: OutputLine) => {
    const key = [line.kind, line.collection, line.status].join()
    const known = counts.get(key)
    const sum =
      line.count === null || known?.count === null ? null : (known?.count ?? 0) + line.count
    counts.set(key, { ...line, count: sum })
  }
  for (const { id, type, config } of graph.nodes) {
    if (type === 'generate_copy') {
      const { collection, outputStatus } = config
      add({
        kind: 'copy',
        count: countOf(id),
        ...(typeof collection === 'string' && collection && { collection }),
        status: outputStatus === 'published' || outputStatus === 'review' ? outputStatus : 'draft',
      })
    }
    if (type === 'generate_image') add({ kind: 'image', count: countOf(id) })
    if (type === 'review') add({ kind: 'review', count: 1 })
  }
  if (graph.nodes.some(({ type }) => type === 'attach_to_document')) {
    add({ kind: 'attachments', count: null })
  }
  const order = ['copy', 'image', 'attachments', 'review']
  return [...counts.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}
