import type { OutputRow } from '../db/statements/readNodeOutputs.js'
import type { JsonObject, JsonValue, PlanNode } from '../graph/types.js'
import type { OutputItem } from '../nodes/defineNode.js'

import { countWords } from './context/words.js'

/** What prompts see of a node that was skipped or made nothing: empty, not an error. */
const EMPTY_OUTPUT: JsonObject = { text: '', word_count: 0, count: 0, items: [] }

/** Joins the outputs of a node's jobs to the one output that prompts and conditions see. */
export function assembleOutput({
  type,
  total,
  rows,
}: {
  type: string
  /** Jobs of the node: with one job of a non-generating type, its output is the node's. */
  total: number
  rows: OutputRow[]
}): JsonObject {
  const outputs = rows.flatMap((row) => (row.output ? [row.output] : []))
  if (type === 'generate_copy') {
    const text = outputs.map((item) => textOf(item)).join('\n\n')
    return { text, word_count: countWords(text), count: outputs.length, items: outputs }
  }
  if (type === 'generate_image') return { count: outputs.length, items: outputs }
  const [only] = outputs
  if (total <= 1) return only ?? EMPTY_OUTPUT
  const text = outputs.map((item) => textOf(item)).join('\n\n')
  return { text, word_count: countWords(text), count: outputs.length, items: outputs }
}

/** The items a node passes on. */
export function itemsOf(output: JsonObject): OutputItem[] {
  const { items } = output
  if (!Array.isArray(items))
    return typeof output.text === 'string' && output.text !== '' ? [output] : []
  return items.filter(isObject)
}

/**
 * Nodes whose items flow into `node`: its direct predecessors, and behind a condition (which has no items of
 * its own) the nodes before it. `isTaken` says whether an edge was decided live.
 */
export function itemSources({
  node,
  nodes,
  isTaken,
}: {
  node: PlanNode
  nodes: ReadonlyMap<string, PlanNode>
  isTaken: (from: PlanNode, to: string) => boolean
}): string[] {
  const found: string[] = []
  const seen = new Set<string>()
  const walk = [...node.predecessors].reverse().map((id) => ({ id, to: node.id }))
  for (let next = walk.pop(); next; next = walk.pop()) {
    const source = nodes.get(next.id)
    if (!source || !isTaken(source, next.to)) continue
    if (source.type === 'conditional') {
      walk.push(...[...source.predecessors].reverse().map((id) => ({ id, to: source.id })))
    } else if (source.type !== 'attach_to_document' && !seen.has(source.id)) {
      seen.add(source.id)
      found.push(source.id)
    }
  }
  return found
}

const textOf = (item: JsonObject): string => (typeof item.text === 'string' ? item.text : '')

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
