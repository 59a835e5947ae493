import type { JsonObject, JsonValue } from '../../../../plugins/workflows/graph/types.js'
import type { OfferedVariable, VariableGroup } from '../prompt/offerVariables.js'

import { isRecord } from '../../../../plugins/workflows/graph/json.js'

/** A rule as the form shows it; whatever a draft holds, it has these. */
export interface RuleRow {
  field: string
  operator: string
  value: JsonValue | undefined
}

/** Reads the rows of a draft. A row of another shape is an empty one, so that it can be mended. */
export function readRules(value: JsonValue | undefined): RuleRow[] {
  if (!Array.isArray(value)) return []
  return value.map((entry) => ({
    field: isRecord(entry) && typeof entry.field === 'string' ? entry.field : '',
    operator: isRecord(entry) && typeof entry.operator === 'string' ? entry.operator : '',
    value: isRecord(entry) ? (entry.value as JsonValue | undefined) : undefined,
  }))
}

export function writeRules(rows: readonly RuleRow[]): JsonObject[] {
  return rows.map(({ field, operator, value }) => ({
    field,
    operator,
    ...(value !== undefined && operator !== 'is_empty' && { value }),
  }))
}

/** Rules read inputs as `params.<name>`; words of the prompt language and items they cannot read. */
export function ruleVariables(groups: readonly VariableGroup[]): VariableGroup[] {
  return groups.flatMap((group) => {
    if (group.kind === 'words' || group.kind === 'item') return []
    if (group.kind === 'node') return [group]
    const variables = group.variables.map((one) => ({ ...one, path: `params.${one.path}` }))
    return [{ ...group, variables }]
  })
}

export function findVariable(
  groups: readonly VariableGroup[],
  path: string,
): OfferedVariable | undefined {
  for (const { variables } of groups) {
    const found = variables.find((one) => one.path === path)
    if (found) return found
  }
  return undefined
}

/** What was typed as a value: a number where the field is one, else the text. */
export function readValue({ text, type }: { text: string; type: string | undefined }): JsonValue {
  const isNumber = type === 'number' && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text.trim())
  return isNumber ? Number(text) : text
}
