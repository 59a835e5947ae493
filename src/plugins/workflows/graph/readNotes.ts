import type { CanvasNote, GraphProblem } from './types.js'

import { hasUnstorableText, isRecord } from './json.js'
import { MAX_NOTE_CHARACTERS, MAX_NOTES } from './limits.js'
import { quote } from './wording.js'

/** A note as the canvas draws it when nothing says its size. */
const DEFAULT_SIZE = { width: 200, height: 120 }
/** Smaller no hand can grab; larger covers every screen. */
const SMALLEST = 40
const LARGEST = 4_000

/** The sticky notes of a canvas. Absent and null mean none; unknown keys are dropped. */
export function readNotes(input: unknown): { notes: CanvasNote[]; problems: GraphProblem[] } {
  if (input === undefined || input === null) return { notes: [], problems: [] }
  const refuse = (code: GraphProblem['code'], message: string) => ({
    notes: [],
    problems: [{ code, message, path: 'notes' }],
  })
  if (!Array.isArray(input)) {
    return refuse('invalid_type', 'The notes of a graph must be a list.')
  }
  if (input.length > MAX_NOTES) {
    const message = `A workflow can have at most ${MAX_NOTES} notes; this one has ${input.length.toLocaleString('en-US')}.`
    return refuse('graph_too_large', message)
  }
  const notes: CanvasNote[] = []
  const problems: GraphProblem[] = []
  const ids = new Set<string>()
  for (const [at, entry] of input.entries()) {
    const read = readNote({ input: entry, at })
    problems.push(...read.problems)
    if (!read.note) continue
    if (ids.has(read.note.id)) {
      const message = `Two notes have the id ${quote(read.note.id)}. Give one of them another id.`
      problems.push({ code: 'duplicate_id', message, path: `notes[${at}].id` })
      continue
    }
    ids.add(read.note.id)
    notes.push(read.note)
  }
  return { notes, problems }
}

function readNote({ input, at }: { input: unknown; at: number }): {
  note: CanvasNote | null
  problems: GraphProblem[]
} {
  const problems: GraphProblem[] = []
  const report = (code: GraphProblem['code'], key: string, message: string) =>
    problems.push({ code, message, path: `notes[${at}]${key}` })
  if (!isRecord(input)) {
    report('invalid_type', '', `Note ${at + 1} must be an object with text, position and size.`)
    return { note: null, problems }
  }
  const id = input.id ?? `note_${at + 1}`
  if (typeof id !== 'string' || id === '' || id.length > 64 || hasUnstorableText(id)) {
    report('invalid_type', '.id', `The id of note ${at + 1} must be text of 1 to 64 characters.`)
    return { note: null, problems }
  }
  const problem = whyNoNoteText(input.text ?? '')
  if (problem) report(problem.code, '.text', `Note ${at + 1} ${problem.message}`)
  const position = readPair({ value: input.position ?? {}, keys: ['x', 'y'], absent: [0, 0] })
  if (!position) {
    const message = `The position of note ${at + 1} must be { x, y } with two numbers.`
    report('invalid_type', '.position', message)
  }
  const size = readPair({
    value: input.size ?? {},
    keys: ['width', 'height'],
    absent: [DEFAULT_SIZE.width, DEFAULT_SIZE.height],
  })
  const isSize = size?.every((length) => length >= SMALLEST && length <= LARGEST) ?? false
  if (!isSize) {
    const message = `The size of note ${at + 1} must be { width, height } with two numbers from ${SMALLEST} to ${LARGEST.toLocaleString('en-US')}.`
    report(size ? 'value_out_of_range' : 'invalid_type', '.size', message)
  }
  const [x, y] = position ?? [0, 0]
  const [width, height] = size && isSize ? size : [DEFAULT_SIZE.width, DEFAULT_SIZE.height]
  const text = typeof input.text === 'string' && !problem ? input.text : ''
  return { note: { id, text, position: { x, y }, size: { width, height } }, problems }
}

/** What is wrong with words that colleagues leave on the canvas or at a node; null when nothing. */
export function whyNoNoteText(
  text: unknown,
): { code: 'invalid_type' | 'value_out_of_range'; message: string } | null {
  if (typeof text !== 'string') return { code: 'invalid_type', message: 'must be text.' }
  if (hasUnstorableText(text)) {
    return { code: 'invalid_type', message: 'holds characters that cannot be stored.' }
  }
  if (text.length <= MAX_NOTE_CHARACTERS) return null
  const [most, given] = [MAX_NOTE_CHARACTERS, text.length].map((count) =>
    count.toLocaleString('en-US'),
  )
  const message = `must have at most ${most} characters; it has ${given}.`
  return { code: 'value_out_of_range', message }
}

function readPair({
  value,
  keys: [first, second],
  absent,
}: {
  value: unknown
  keys: [string, string]
  absent: [number, number]
}): [number, number] | null {
  if (!isRecord(value)) return null
  const [a, b] = [value[first] ?? absent[0], value[second] ?? absent[1]]
  const isPair = typeof a === 'number' && typeof b === 'number'
  return isPair && Number.isFinite(a) && Number.isFinite(b) ? [a, b] : null
}
