import type { GraphProblem } from '../../../plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'
import type { BuilderDocument, Edit, Selection } from '../store/types.js'

import { isRecord } from '../../../plugins/workflows/graph/json.js'
import { readGraph } from '../../../plugins/workflows/graph/readGraph.js'
import { phrase, said, type Phrase } from '../../../plugins/workflows/graph/sentence.js'
import { PARTS_KIND, PARTS_VERSION } from './copyParts.js'
import { placeCopies, type Parts } from './placeCopies.js'

export type PasteAnswer =
  { ok: true; edit: Edit; select: Selection } | { ok: false; problems: GraphProblem[] }

/** Longer than any workflow that can be stored (checkStoredTemplate.ts): not worth parsing. */
const LONGEST_TEXT = 1024 * 1024

/**
 * Reads what lies in the clipboard, which may be anything from anyone, and says how to add it. Its
 * upper left corner comes to `at`; without that it lies beside where it was copied.
 */
export function pasteParts({
  document,
  specs,
  data,
  at,
}: {
  document: BuilderDocument
  specs: ReadonlyMap<string, NodeSpec>
  /** The clipboard's text, or what it was parsed to. */
  data: unknown
  at?: { x: number; y: number }
}): PasteAnswer {
  const { parts, problems } = readParts(typeof data === 'string' ? parse(data) : data)
  if (!parts || problems.length > 0) return { ok: false, problems }
  const corner = cornerOf(parts)
  const shift = at ? { x: at.x - corner.x, y: at.y - corner.y } : { x: 40, y: 40 }
  const answer = placeCopies({ document, specs, parts, shift })
  if (!('problem' in answer)) return { ok: true, ...answer }
  const problem: GraphProblem = { code: 'graph_too_large', ...said(answer.problem), path: '' }
  return { ok: false, problems: [problem] }
}

function parse(text: string): unknown {
  if (text.length > LONGEST_TEXT) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function readParts(data: unknown): { parts: Parts | null; problems: GraphProblem[] } {
  const refuse = (what: Phrase): ReturnType<typeof readParts> => ({
    parts: null,
    problems: [{ code: 'invalid_type', ...said(what), path: '' }],
  })
  if (!isRecord(data) || data.kind !== PARTS_KIND) {
    return refuse(phrase('The clipboard holds no steps of a workflow.'))
  }
  if (data.version !== PARTS_VERSION) {
    return refuse(
      phrase('These steps were copied by another version of the plugin and cannot be pasted.'),
    )
  }
  const { nodes = [], edges = [], notes = [] } = data
  const { read, problems } = readGraph({ nodes, edges, notes })
  // Notes alone are worth pasting; nothing at all is not.
  const isNotesOnly = (read?.graph.notes?.length ?? 0) > 0
  return {
    parts: read && { ...read.graph, notes: read.graph.notes ?? [] },
    problems: isNotesOnly ? problems.filter(({ code }) => code !== 'empty_graph') : problems,
  }
}

function cornerOf({ nodes, notes }: Parts): { x: number; y: number } {
  const all = [...nodes, ...notes].map(({ position }) => position)
  return { x: Math.min(...all.map(({ x }) => x)), y: Math.min(...all.map(({ y }) => y)) }
}
