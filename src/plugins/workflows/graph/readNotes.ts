import type { Phrase } from './sentence.js'
import type { CanvasNote, GraphProblem } from './types.js'

import { hasUnstorableText, isRecord } from './json.js'
import { MAX_NOTE_CHARACTERS, MAX_NOTES } from './limits.js'
import { phrase, said, sentence } from './sentence.js'
import { shorten } from './wording.js'

/** A note as the canvas draws it when nothing says its size. */
const DEFAULT_SIZE = { width: 200, height: 120 }
/** Smaller no hand can grab; larger covers every screen. */
const SMALLEST = 40
const LARGEST = 4_000

/** The sticky notes of a canvas. Absent and null mean none; unknown keys are dropped. */
export function readNotes(input: unknown): { notes: CanvasNote[]; problems: GraphProblem[] } {
  if (input === undefined || input === null) return { notes: [], problems: [] }
  const refuse = (code: GraphProblem['code'], what: Phrase) => ({
    notes: [],
    problems: [{ code, ...said(what), path: 'notes' }],
  })
  const things = phrase('notes')
  if (!Array.isArray(input)) {
    return refuse('invalid_type', phrase('The {{things}} of a graph must be a list.', { things }))
  }
  if (input.length > MAX_NOTES) {
    const what = phrase(
      'A workflow can have at most {{limit}} {{things}}; this one has {{count}}.',
      { limit: MAX_NOTES, things, count: input.length },
    )
    return refuse('graph_too_large', what)
  }
  const notes: CanvasNote[] = []
  const problems: GraphProblem[] = []
  const ids = new Set<string>()
  for (const [at, entry] of input.entries()) {
    const read = readNote({ input: entry, at })
    problems.push(...read.problems)
    if (!read.note) continue
    if (ids.has(read.note.id)) {
      const what = sentence('Two notes have the id “{{id}}”. Give one of them another id.', {
        id: shorten(read.note.id),
      })
      problems.push({ code: 'duplicate_id', ...what, path: `notes[${at}].id` })
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
  const report = (code: GraphProblem['code'], key: string, what: Phrase) =>
    problems.push({ code, ...said(what), path: `notes[${at}]${key}` })
  const position = `${at + 1}`
  if (!isRecord(input)) {
    report(
      'invalid_type',
      '',
      phrase('Note {{position}} must be an object with text, position and size.', { position }),
    )
    return { note: null, problems }
  }
  const id = input.id ?? `note_${at + 1}`
  if (typeof id !== 'string' || id === '' || id.length > 64 || hasUnstorableText(id)) {
    report(
      'invalid_type',
      '.id',
      phrase('The id of note {{position}} must be text of 1 to 64 characters.', { position }),
    )
    return { note: null, problems }
  }
  const subject = phrase('Note {{position}}', { position })
  const problem = whyNoNoteText({ text: input.text ?? '', subject })
  if (problem) report(problem.code, '.text', problem.what)
  const place = readPair({ value: input.position ?? {}, keys: ['x', 'y'], absent: [0, 0] })
  if (!place) {
    const thing = phrase('note {{position}}', { position })
    const what = phrase('The position of {{thing}} must be { x, y } with two numbers.', { thing })
    report('invalid_type', '.position', what)
  }
  const size = readPair({
    value: input.size ?? {},
    keys: ['width', 'height'],
    absent: [DEFAULT_SIZE.width, DEFAULT_SIZE.height],
  })
  const isSize = size?.every((length) => length >= SMALLEST && length <= LARGEST) ?? false
  if (!isSize) {
    const what = phrase(
      'The size of note {{position}} must be { width, height } with two numbers from {{least}} to {{most}}.',
      { position, least: SMALLEST, most: LARGEST },
    )
    report(size ? 'value_out_of_range' : 'invalid_type', '.size', what)
  }
  const [x, y] = place ?? [0, 0]
  const [width, height] = size && isSize ? size : [DEFAULT_SIZE.width, DEFAULT_SIZE.height]
  const text = typeof input.text === 'string' && !problem ? input.text : ''
  return { note: { id, text, position: { x, y }, size: { width, height } }, problems }
}

/** What is wrong with words that colleagues leave on the canvas or at a node; null when nothing. */
export function whyNoNoteText({ text, subject }: { text: unknown; subject: Phrase }): {
  code: 'invalid_type' | 'value_out_of_range'
  what: Phrase
} | null {
  if (typeof text !== 'string') {
    const fault = phrase('{{subject}} must be {{choices}}', { subject, choices: phrase('text') })
    return { code: 'invalid_type', what: phrase('{{fault}}.', { fault }) }
  }
  if (hasUnstorableText(text)) {
    const what = phrase('{{subject}} holds characters that cannot be stored.', { subject })
    return { code: 'invalid_type', what }
  }
  if (text.length <= MAX_NOTE_CHARACTERS) return null
  const limits = phrase('at most {{max}}', { max: MAX_NOTE_CHARACTERS })
  const what = phrase('{{subject}} must have {{limits}} characters; it has {{count}}.', {
    subject,
    limits,
    count: text.length,
  })
  return { code: 'value_out_of_range', what }
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
