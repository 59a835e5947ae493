import type { Phrase } from './sentence.js'
import type { GraphEdge, GraphProblem } from './types.js'

import { hasUnstorableText, isRecord } from './json.js'
import { phrase, sentence } from './sentence.js'
import { shorten } from './wording.js'

/** An edge as far as it could be read; `null` when an end is missing. */
export interface ReadEdge {
  edge: GraphEdge | null
  /** The id was in the input, so it must not be there twice. */
  hasOwnId: boolean
  problems: GraphProblem[]
}

/** One entry of `edges`. Unknown keys are dropped, null handles are absent ones (React Flow sends null). */
export function readEdge({ input, at }: { input: unknown; at: number }): ReadEdge {
  const path = `edges[${at}]`
  const position = `${at + 1}`
  if (!isRecord(input)) {
    const what = sentence('Edge {{position}} must be an object with source and target.', {
      position,
    })
    return { edge: null, hasOwnId: false, problems: [{ code: 'invalid_type', ...what, path }] }
  }
  const problems: GraphProblem[] = []
  const read = (key: 'id' | 'source' | 'target' | 'sourceHandle' | 'targetHandle') => {
    const value = input[key] ?? ''
    if (typeof value === 'string' && !hasUnstorableText(value)) return value
    const what = sentence('The {{key}} of edge {{position}} must be text that can be stored.', {
      key,
      position,
    })
    problems.push({ code: 'invalid_type', ...what, path: `${path}.${key}` })
    return null
  }
  const source = read('source')
  const target = read('target')
  const sourceHandle = read('sourceHandle') || undefined
  const targetHandle = read('targetHandle') || undefined
  const id = read('id')
  for (const [key, end] of [['source', source] as const, ['target', target] as const]) {
    if (end !== '') continue
    const what = sentence('Edge {{position}} needs a {{key}}: the id of a node.', { position, key })
    problems.push({ code: 'required_field_missing', ...what, path: `${path}.${key}` })
  }
  if (id) for (const problem of problems) problem.edgeId = id
  if (!source || !target) return { edge: null, hasOwnId: false, problems }
  const edge: GraphEdge = {
    id: id || `${source}->${target}${sourceHandle === undefined ? '' : `:${sourceHandle}`}`,
    source,
    target,
    ...(sourceHandle === undefined ? {} : { sourceHandle }),
    ...(targetHandle === undefined ? {} : { targetHandle }),
  }
  return { edge, hasOwnId: Boolean(id), problems }
}

/** For messages: edges have no label, their ends have. */
export function describeEdge({ source, target }: GraphEdge): Phrase {
  return phrase('The edge from “{{source}}” to “{{target}}”', {
    source: shorten(source),
    target: shorten(target),
  })
}
