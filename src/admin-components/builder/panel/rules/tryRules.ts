import type { RunData } from '../data/sampleScope.js'
import type { RuleRow } from './readRules.js'

import { evaluateCondition, OPERATORS } from '../../../../plugins/workflows/graph/conditions.js'
import { parseFieldPath } from '../../../../plugins/workflows/graph/fieldPath.js'
import { resolveField } from '../../../../plugins/workflows/graph/resolveField.js'

/**
 * How many rules hold with what the last run made. A rule that cannot be answered does not hold; null while
 * a node that is compared has not made anything.
 */
export function tryRules({ rows, run }: { rows: readonly RuleRow[]; run: RunData }): number | null {
  const nodes = rows.flatMap(({ field }) => {
    const path = parseFieldPath(field)
    return path?.kind === 'output' ? [path.nodeId] : []
  })
  if (nodes.some((id) => !run.outputs.has(id))) return null
  return rows.filter(({ field, operator: given, value }) => {
    const operator = OPERATORS.find((known) => known === given)
    if (!operator) return false
    try {
      return evaluateCondition({
        match: 'all',
        rules: [{ field, operator, value }],
        resolve: (path) => resolveField({ field: path, params: run.params, outputs: run.outputs }),
      })
    } catch {
      return false
    }
  }).length
}
