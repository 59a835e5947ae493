import type { ExecutionDetail } from '../../plugins/workflows/operations/executions/types.js'

/**
 * The newer detail, with the objects of the older one where they say the same: what is drawn from a node or a
 * job then sees at once that it need not be drawn again.
 */
export function keepSame(older: ExecutionDetail, newer: ExecutionDetail): ExecutionDetail {
  return {
    ...newer,
    nodes: keepItems(older.nodes, newer.nodes),
    jobs: keepItems(older.jobs, newer.jobs),
    outputs: keepOne(older.outputs, newer.outputs),
    params: keepOne(older.params, newer.params),
  }
}

function keepItems<Item extends { id: string }>(older: Item[], newer: Item[]): Item[] {
  const known = new Map(older.map((item) => [item.id, item]))
  const items = newer.map((item) => {
    const old = known.get(item.id)
    return old ? keepOne(old, item) : item
  })
  const isSame = items.length === older.length && items.every((item, at) => item === older[at])
  return isSame ? older : items
}

/** Both come from JSON by the same server, so that the order of keys is the same as well. */
const keepOne = <Value>(older: Value, newer: Value): Value =>
  JSON.stringify(older) === JSON.stringify(newer) ? older : newer
