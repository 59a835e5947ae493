import type { GraphNode, GraphProblem, ProblemCode } from './types.js'

import { findJsonFlaws, hasUnstorableText, isJsonObject, isRecord } from './json.js'
import { isNodeId, NODE_ID_RULE } from './nodeId.js'
import { whyNoNoteText } from './readNotes.js'
import { quote } from './wording.js'

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
    const message = `Node ${at + 1} must be an object with id, type, label, position and config.`
    problems.push({ code: 'invalid_type', message, path })
    return { node: null, hasBrokenConfig: true, problems }
  }
  const id = readId({ value: input.id, at })
  if (id.problem) problems.push(id.problem)
  const nodeId = id.id === null ? {} : { nodeId: id.id }
  const report = (code: ProblemCode, key: string, message: string) =>
    problems.push({ code, message, path: `${path}.${key}`, ...nodeId })

  const name = id.id === null ? `Node ${at + 1}` : quote(id.id)
  const type = typeof input.type === 'string' ? input.type : ''
  if (input.type === undefined || input.type === null || input.type === '') {
    report('required_field_missing', 'type', `${name} needs a type.`)
  } else if (type === '' || hasUnstorableText(type)) {
    report('invalid_type', 'type', `The type of ${name} must be a name.`)
  }

  const given = input.label ?? ''
  const label = typeof given === 'string' && given.trim() !== '' ? given : type || (id.id ?? '')
  if (typeof given !== 'string') {
    report('invalid_type', 'label', `The label of ${name} must be text.`)
  } else if (hasUnstorableText(given)) {
    report('invalid_type', 'label', `The label of ${name} holds characters that cannot be stored.`)
  }

  const position = readPosition(input.position ?? {})
  if (position === null) {
    report('invalid_type', 'position', `The position of ${name} must be { x, y } with two numbers.`)
  }

  const config = input.config ?? {}
  const flaws = findJsonFlaws({ value: config, path: `${path}.config` })
  const isReadable = isJsonObject(config) && flaws.length === 0
  if (!isJsonObject(config)) {
    report('invalid_type', 'config', `The settings of ${name} must be an object.`)
  } else {
    for (const flaw of flaws) {
      const message = `${quote(label)}: ${flaw.message}`
      problems.push({ code: 'invalid_type', message, path: flaw.path, ...nodeId })
    }
  }

  const notes = input.notes ?? ''
  const flawOfNotes = whyNoNoteText(notes)
  if (flawOfNotes)
    report(flawOfNotes.code, 'notes', `What is noted at ${name} ${flawOfNotes.message}`)

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
  if (value === undefined || value === null || value === '') {
    const message = `Node ${at + 1} needs an id; it must ${NODE_ID_RULE}.`
    return { id: null, problem: { code: 'required_field_missing', message, path } }
  }
  if (typeof value !== 'string') {
    const message = `The id of node ${at + 1} must be text; it must ${NODE_ID_RULE}.`
    return { id: null, problem: { code: 'invalid_type', message, path } }
  }
  if (isNodeId(value)) return { id: value, problem: null }
  const message = `A node cannot be called ${quote(value)}: an id must ${NODE_ID_RULE}, and not be the name of something every object has, such as “toString”.`
  return { id: value, problem: { code: 'invalid_type', message, path, nodeId: value } }
}

function readPosition(value: unknown): { x: number; y: number } | null {
  if (!isRecord(value)) return null
  const x = value.x ?? 0
  const y = value.y ?? 0
  const isPlace = typeof x === 'number' && typeof y === 'number'
  return isPlace && Number.isFinite(x) && Number.isFinite(y) ? { x, y } : null
}
