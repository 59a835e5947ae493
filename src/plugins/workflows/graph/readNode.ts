import type { Phrase } from './sentence.js'
import type { GraphNode, GraphProblem, ProblemCode } from './types.js'

import { findJsonFlaws, hasUnstorableText, isJsonObject, isRecord } from './json.js'
import { isNodeId, NODE_ID_RULE } from './nodeId.js'
import { whyNoNoteText } from './readNotes.js'
import { phrase, quoted, said, sentence } from './sentence.js'
import { shorten } from './wording.js'

/** A node as far as it could be read. `null` when nothing can refer to it. */
export interface ReadNode {
  node: GraphNode | null
  /** The config could not be read, so nothing more is to be said about it. */
  hasBrokenConfig: boolean
  problems: GraphProblem[]
}

/** One entry of `nodes`. Unknown keys are dropped: canvases keep their own things there. */
export function readNode({ input, at }: { input: unknown; at: number }): ReadNode {
  const path = `nodes[${at}]`
  const problems: GraphProblem[] = []
  if (!isRecord(input)) {
    const what = sentence(
      'Node {{position}} must be an object with id, type, label, position and config.',
      { position: `${at + 1}` },
    )
    problems.push({ code: 'invalid_type', ...what, path })
    return { node: null, hasBrokenConfig: true, problems }
  }
  const id = readId({ value: input.id, at })
  if (id.problem) problems.push(id.problem)
  const nodeId = id.id === null ? {} : { nodeId: id.id }
  const report = (code: ProblemCode, key: string, what: Phrase) =>
    problems.push({ code, ...said(what), path: `${path}.${key}`, ...nodeId })

  const name =
    id.id === null ? phrase('Node {{position}}', { position: `${at + 1}` }) : quoted(id.id)
  const type = typeof input.type === 'string' ? input.type : ''
  if (input.type === undefined || input.type === null || input.type === '') {
    report('required_field_missing', 'type', phrase('{{node}} needs a type.', { node: name }))
  } else if (type === '' || hasUnstorableText(type)) {
    report('invalid_type', 'type', phrase('The type of {{node}} must be a name.', { node: name }))
  }

  const given = input.label ?? ''
  const label = typeof given === 'string' && given.trim() !== '' ? given : type || (id.id ?? '')
  if (typeof given !== 'string') {
    report('invalid_type', 'label', phrase('The label of {{node}} must be text.', { node: name }))
  } else if (hasUnstorableText(given)) {
    report(
      'invalid_type',
      'label',
      phrase('The label of {{node}} holds characters that cannot be stored.', { node: name }),
    )
  }

  const position = readPosition(input.position ?? {})
  if (position === null) {
    report(
      'invalid_type',
      'position',
      phrase('The position of {{thing}} must be { x, y } with two numbers.', { thing: name }),
    )
  }

  const config = input.config ?? {}
  const flaws = findJsonFlaws({ value: config, path: `${path}.config` })
  const isReadable = isJsonObject(config) && flaws.length === 0
  if (!isJsonObject(config)) {
    report(
      'invalid_type',
      'config',
      phrase('The settings of {{node}} must be an object.', { node: name }),
    )
  } else {
    for (const flaw of flaws) {
      const what = sentence('“{{node}}”: {{what}}', { node: shorten(label), what: flaw.words })
      problems.push({ code: 'invalid_type', ...what, path: flaw.path, ...nodeId })
    }
  }

  const notes = input.notes ?? ''
  const subject = phrase('What is noted at {{node}}', { node: name })
  const flawOfNotes = whyNoNoteText({ text: notes, subject })
  if (flawOfNotes) report(flawOfNotes.code, 'notes', flawOfNotes.what)

  if (id.id === null) return { node: null, hasBrokenConfig: true, problems }
  const node: GraphNode = {
    id: id.id,
    type,
    label,
    position: position ?? { x: 0, y: 0 },
    config: isReadable ? config : {},
    ...(typeof notes === 'string' && notes !== '' && !flawOfNotes ? { notes } : {}),
  }
  return { node, hasBrokenConfig: !isReadable, problems }
}

/** An id that breaks the rules still names the node, so that its edges and settings are checked too. */
function readId({ value, at }: { value: unknown; at: number }): {
  id: string | null
  problem: GraphProblem | null
} {
  const path = `nodes[${at}].id`
  const position = `${at + 1}`
  const rule = NODE_ID_RULE
  if (value === undefined || value === null || value === '') {
    const what = sentence('Node {{position}} needs an id; it must {{rule}}.', { position, rule })
    return { id: null, problem: { code: 'required_field_missing', ...what, path } }
  }
  if (typeof value !== 'string') {
    const what = sentence('The id of node {{position}} must be text; it must {{rule}}.', {
      position,
      rule,
    })
    return { id: null, problem: { code: 'invalid_type', ...what, path } }
  }
  if (isNodeId(value)) return { id: value, problem: null }
  const what = sentence(
    'A node cannot be called “{{id}}”: an id must {{rule}}, and not be the name of something every object has, such as “toString”.',
    { id: shorten(value), rule },
  )
  return { id: value, problem: { code: 'invalid_type', ...what, path, nodeId: value } }
}

function readPosition(value: unknown): { x: number; y: number } | null {
  if (!isRecord(value)) return null
  const x = value.x ?? 0
  const y = value.y ?? 0
  const isPlace = typeof x === 'number' && typeof y === 'number'
  return isPlace && Number.isFinite(x) && Number.isFinite(y) ? { x, y } : null
}
