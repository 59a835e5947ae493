import type { PromptRenames } from '../../../plugins/workflows/graph/renameInPrompt.js'
import type { GraphNode, JsonValue } from '../../../plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'

import { parseFieldPath } from '../../../plugins/workflows/graph/fieldPath.js'
import { isJsonObject, isRecord } from '../../../plugins/workflows/graph/json.js'
import { quantityParam } from '../../../plugins/workflows/graph/quantityParam.js'
import { renameInPrompt } from '../../../plugins/workflows/graph/renameInPrompt.js'

/** The places in a node's settings that name other nodes or inputs, as its type declares them. */
export function renameInConfig({
  node,
  spec,
  renames,
}: {
  node: GraphNode
  spec: NodeSpec | undefined
  renames: PromptRenames
}): GraphNode {
  if (!spec) return node
  const prompts = new Set(spec.templateFields)
  const rules = new Set(spec.conditionFields ?? [])
  const nodeKeys = new Set((spec.references ?? []).map(({ key }) => key))
  if (spec.itemsFromField) nodeKeys.add(spec.itemsFromField)

  const rename = (key: string, value: JsonValue): JsonValue => {
    if (rules.has(key)) return renameRules({ value, renames })
    if (typeof value !== 'string') return value
    if (prompts.has(key)) return renameInPrompt({ template: value, renames })
    if (nodeKeys.has(key)) return renames.nodes?.get(value.trim()) ?? value
    return key === spec.quantityField ? renameQuantity({ value, renames }) : value
  }
  const entries = Object.entries(node.config)
  const renamed = entries.map(([key, value]): [string, JsonValue] => [key, rename(key, value)])
  const isSame = renamed.every(([, value], at) => value === entries[at]?.[1])
  return isSame ? node : { ...node, config: Object.fromEntries(renamed) }
}

function renameRules({ value, renames }: { value: JsonValue; renames: PromptRenames }): JsonValue {
  if (!Array.isArray(value)) return value
  const rows = value.map((row): JsonValue => {
    if (!isRecord(row) || !isJsonObject(row) || typeof row.field !== 'string') return row
    const field = renameField({ field: row.field, renames })
    return field === row.field ? row : { ...row, field }
  })
  return rows.every((row, at) => row === value[at]) ? value : rows
}

function renameField({ field, renames }: { field: string; renames: PromptRenames }): string {
  const parsed = parseFieldPath(field)
  if (parsed === null) return field
  const [root, old, next] =
    parsed.kind === 'param'
      ? ['params', parsed.name, renames.inputs?.get(parsed.name)]
      : ['nodes', parsed.nodeId, renames.nodes?.get(parsed.nodeId)]
  if (next === undefined) return field
  return `${root}.${next}${field.trim().slice(`${root}.${old}`.length)}`
}

function renameQuantity({ value, renames }: { value: string; renames: PromptRenames }): string {
  const next = renames.inputs?.get(quantityParam(value) ?? '')
  return next === undefined ? value : `{{${next}}}`
}
