import type {
  JsonObject,
  TemplateInput,
  WorkflowGraph,
} from '../../../plugins/workflows/graph/types.js'
import type { BuilderDocument } from '../store/types.js'

import { canonicalJson } from '../../../plugins/workflows/graph/canonicalJson.js'
import { isJsonObject, isRecord } from '../../../plugins/workflows/graph/json.js'
import { readGraph } from '../../../plugins/workflows/graph/readGraph.js'
import { readInput } from '../../../plugins/workflows/graph/readInput.js'

/** The three fields of a template that the builder edits. */
export const PARTS = ['graph', 'inputs', 'defaultParams'] as const
export type Part = (typeof PARTS)[number]

/** As they are stored and sent. */
export interface StoredParts {
  graph: WorkflowGraph
  inputs: TemplateInput[]
  defaultParams: JsonObject
}

/** What the form holds, as the builder works on it. A draft may be broken: whatever can be drawn is. */
export function readDocument(parts: { [part in Part]?: unknown }): BuilderDocument {
  const { read } = readGraph(parts.graph)
  const inputs: unknown = parts.inputs
  return {
    graph: {
      nodes: read?.graph.nodes ?? [],
      edges: read?.graph.edges ?? [],
      notes: read?.graph.notes ?? [],
    },
    inputs: Array.isArray(inputs) ? inputs.flatMap(readLoosely) : [],
    defaultParams: isJsonObject(parts.defaultParams) ? parts.defaultParams : {},
  }
}

/** As it is stored: no empty list of notes, which the contract takes for none. */
export function toStored({ graph, inputs, defaultParams }: BuilderDocument): StoredParts {
  const { notes, ...flow } = graph
  return { graph: notes.length > 0 ? graph : flow, inputs, defaultParams }
}

/** Whether two documents say the same, whatever the order of keys: jsonb has one of its own. */
export function hasSameContent(a: BuilderDocument, b: BuilderDocument): boolean {
  if (a === b) return true
  const isSamePart = (part: Part) =>
    a[part] === b[part] || canonicalJson(toStored(a)[part]) === canonicalJson(toStored(b)[part])
  return a.graph.nodes.length === b.graph.nodes.length && PARTS.every(isSamePart)
}

/** The parts are the same objects: an undone edit counts as none, and asking costs nothing. */
export function isSameDocument(a: BuilderDocument, b: BuilderDocument): boolean {
  return a.graph === b.graph && a.inputs === b.inputs && a.defaultParams === b.defaultParams
}

/** An input that is half written (no name yet) is still somebody's work. */
function readLoosely(entry: unknown): TemplateInput[] {
  if (!isRecord(entry)) return []
  const { input } = readInput({ entry, at: 0 })
  if (input) return [input]
  const named = readInput({ entry: { ...entry, name: 'unnamed' }, at: 0 }).input
  return named ? [{ ...named, name: typeof entry.name === 'string' ? entry.name : '' }] : []
}
