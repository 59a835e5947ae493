import type {
  JsonObject,
  JsonValue,
  NodeRulesMap,
  OutputField,
  TemplateInput,
  WorkflowGraph,
} from '../../../../plugins/workflows/graph/types.js'

import { fieldsInside } from '../../../../plugins/workflows/graph/outputPaths.js'
import { itemSource, upstreamOf } from '../prompt/offerVariables.js'

/** What the newest test run knows. */
export interface RunData {
  executionId: string
  params: JsonObject
  /** By node id; only of nodes that made something. */
  outputs: ReadonlyMap<string, JsonObject>
}

/**
 * Values a prompt can be shown with: those of the last test run where it has some, else what the
 * inputs say beforehand, else the name of the thing in brackets.
 */
export function sampleScope({
  graph,
  inputs,
  defaultParams,
  specs,
  nodeId,
  run,
}: {
  graph: WorkflowGraph
  inputs: readonly TemplateInput[]
  defaultParams: JsonObject
  specs: NodeRulesMap
  nodeId: string
  run: RunData | null
}): JsonObject {
  const params = Object.fromEntries(
    inputs.map((input): [string, JsonValue] => [
      input.name,
      run?.params[input.name] ?? sampleParam({ input, defaultParams }),
    ]),
  )
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const outputs = new Map(
    upstreamOf({ graph, nodeId }).flatMap((id): [string, JsonObject][] => {
      const node = nodes.get(id)
      if (!node) return []
      const fields = specs.get(node.type)?.outputFields ?? []
      return [[id, { ...sampleOutput({ fields, label: node.label }), ...run?.outputs.get(id) }]]
    }),
  )
  const source = itemSource({ graph, specs, nodeId })
  const items = outputs.get(source ?? '')?.items
  const previous = graph.edges
    .filter(({ target }) => target === nodeId)
    .map(({ source: before }) => outputs.get(before)?.text)
    .filter((text) => typeof text === 'string')
  return {
    ...params,
    params,
    index: 1,
    previous_output: previous.join('\n\n'),
    item: Array.isArray(items) ? (items[0] ?? {}) : {},
    nodes: Object.fromEntries([...outputs].map(([id, output]) => [id, { output }])),
  }
}

/** What somebody might answer; the default, if there is one. */
export function sampleParam({
  input,
  defaultParams,
}: {
  input: TemplateInput
  defaultParams: JsonObject
}): JsonValue {
  const known = defaultParams[input.name] ?? input.default
  if (known !== undefined && known !== '') return known
  switch (input.type) {
    case 'number':
    case 'slider':
      return input.min ?? 1
    case 'checkbox':
      return false
    case 'select':
      return input.options?.[0]?.value ?? `[${input.label}]`
    default:
      return `[${input.label || input.name}]`
  }
}

function sampleOutput({
  fields,
  label,
}: {
  fields: readonly OutputField[]
  label: string
}): JsonObject {
  const output: JsonObject = {}
  for (const field of fields) {
    if (/[.[]/.test(field.path)) continue
    if (field.type === 'list') {
      const inside = fieldsInside({ fields, list: field.path })
      output[field.path] = [sampleOutput({ fields: inside, label })]
    } else output[field.path] = sampleValue({ field, label })
  }
  return output
}

function sampleValue({ field, label }: { field: OutputField; label: string }): JsonValue {
  if (field.type === 'number') return 1
  if (field.type === 'boolean') return true
  if (field.type === 'object') return {}
  return `[${label} · ${field.path.replaceAll('_', ' ')}]`
}

/** Longer values say no more in a list. */
const LONGEST_EXAMPLE = 60

/** The value of a path as a short text; empty when there is none. */
export function exampleOf({ scope, path }: { scope: JsonObject; path: string }): string {
  let value: JsonValue | undefined = scope
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return ''
    value = Object.hasOwn(value, key) ? value[key] : undefined
  }
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return `${value.length} ×`
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  const line = text
    .slice(0, LONGEST_EXAMPLE * 3)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > LONGEST_EXAMPLE ? `${line.slice(0, LONGEST_EXAMPLE - 1)}…` : line
}
