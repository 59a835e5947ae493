import type { GraphIndex } from './graphIndex.js'
import type { NodeRulesMap } from './types.js'

import { parseFieldPath } from './fieldPath.js'
import { isRecord, ownValue } from './json.js'

/** Reviews whose decision some condition reads. A valid graph lets only nodes downstream do that. */
export function findRejectionReaders({
  index,
  specs,
}: {
  index: GraphIndex
  specs: NodeRulesMap
}): ReadonlySet<string> {
  const fields = index.nodes.flatMap(({ type, config }) =>
    (specs.get(type)?.conditionFields ?? []).flatMap((key) => {
      const rows = ownValue(config, key)
      return Array.isArray(rows) ? rows.map((row: unknown) => isRecord(row) && row.field) : []
    }),
  )
  const read = new Set<string>()
  for (const field of fields) {
    const parsed = typeof field === 'string' ? parseFieldPath(field) : null
    if (parsed?.kind === 'output' && parsed.path[0] === 'decision') read.add(parsed.nodeId)
  }
  return read
}
