import type { PayloadRequest } from 'payload'

import { hasUnstorableText } from '../graph/json.js'
import { BadRequestError, PayloadTooLargeError } from '../runtime/errors.js'

/** Deeper than any graph (32) plus its envelope; a bound for everything that walks a body later. */
const MAX_DEPTH = 64
/**
 * How much more than the limit is read and thrown away before answering 413. Answering while the
 * client still sends cuts the connection under it, and it sees a reset instead of the reason.
 */
const DRAIN_FACTOR = 16

/** The JSON body of a request, or undefined when it has none. */
export async function readJsonBody({
  req,
  limitBytes,
}: {
  req: PayloadRequest
  limitBytes: number
}): Promise<unknown> {
  const announced = Number(req.headers.get('content-length') ?? '')
  if (announced > limitBytes * DRAIN_FACTOR) throw new PayloadTooLargeError({ limitBytes })
  const text = await readText({ req, limitBytes })
  if (text.trim() === '') return undefined
  const type = (req.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type)) {
    throw new BadRequestError({
      code: 'bad_content_type',
      message: 'Send the body as JSON, with the header Content-Type: application/json.',
    })
  }
  return parseJson(text)
}

/** JSON text → value without anything that would surprise later code or the database. */
export function parseJson(text: string): unknown {
  if (depthOf(text) > MAX_DEPTH) {
    throw new BadRequestError({
      code: 'too_deep',
      message: `The body is nested deeper than ${MAX_DEPTH} levels.`,
    })
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? `: ${error.message.slice(0, 200)}` : ''
    throw new BadRequestError({ code: 'invalid_json', message: `The body is not JSON${why}` })
  }
  return clean(value)
}

async function readText({
  req,
  limitBytes,
}: {
  req: PayloadRequest
  limitBytes: number
}): Promise<string> {
  if (!req.body) return ''
  const reader = req.body.getReader()
  const kept: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size <= limitBytes) kept.push(value)
    else kept.length = 0
    if (size > limitBytes * DRAIN_FACTOR) break
  }
  if (size > limitBytes) throw new PayloadTooLargeError({ limitBytes })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(kept))
  } catch {
    throw new BadRequestError({ code: 'invalid_json', message: 'The body is not UTF-8 text.' })
  }
}

/** Counted on the text, so that a bomb of brackets is never built. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const char = text.charCodeAt(index)
    if (inString) {
      if (char === 0x5c) index++
      else if (char === 0x22) inString = false
    } else if (char === 0x22) inString = true
    else if (char === 0x5b || char === 0x7b) deepest = Math.max(deepest, ++depth)
    else if (char === 0x5d || char === 0x7d) depth--
  }
  return deepest
}

/** Refuses text that cannot be stored, and drops keys that would reach an object's prototype. */
function clean(value: unknown): unknown {
  if (typeof value === 'string') {
    if (hasUnstorableText(value)) {
      throw new BadRequestError({
        code: 'invalid_characters',
        message: 'The body holds a character that cannot be stored (NUL or half an emoji).',
      })
    }
    return value
  }
  if (Array.isArray(value)) return value.map(clean)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '__proto__')
      .map(([key, inner]) => [clean(key), clean(inner)]),
  )
}
