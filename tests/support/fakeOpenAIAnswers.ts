import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

import sharp from 'sharp'

type Json = Record<string, unknown>

/** One request as the server saw it. Times are `Date.now()`. */
export interface RecordedRequest {
  /** 1-based, in order of arrival. */
  number: number
  method: string
  path: string
  body: Json
  headers: Record<string, string>
  idempotencyKey: string | null
  startedAt: number
  /** When the client cut the connection before the answer was complete. */
  abortedAt: number | null
  /** When the last byte of the answer was handed to the socket. */
  finishedAt: number | null
  status: number | null
}

/** Writes one answer. The helpers below make them; a test may write its own. */
export type FakeAnswer = (exchange: {
  request: RecordedRequest
  response: ServerResponse
}) => void | Promise<void>

/** Any JSON with any status. */
export function jsonAnswer(
  body: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): FakeAnswer {
  return ({ response }) => sendJSON(response, status, body, headers)
}

/** Any bytes: broken JSON, HTML, nothing at all. */
export function rawAnswer(
  body: string | Buffer,
  { status = 200, type = 'application/json' }: { status?: number; type?: string } = {},
): FakeAnswer {
  return ({ response }) => {
    response.writeHead(status, { 'content-type': type })
    response.end(body)
  }
}

/** An OpenAI error body, e.g. `errorAnswer(400, { message, param, code })`. */
export function errorAnswer(
  status: number,
  error: { message?: string; type?: string; code?: string | null; param?: string | null } = {},
  headers: Record<string, string> = {},
): FakeAnswer {
  const body = { error: { message: `Fake error ${status}.`, type: null, code: null, ...error } }
  return jsonAnswer(body, { status, headers: { 'x-request-id': 'req_fake', ...headers } })
}

/** 429 by rate; `headers` such as `{ 'retry-after': '3' }`. */
export function rateLimited(headers: Record<string, string> = {}): FakeAnswer {
  return errorAnswer(429, { message: 'Rate limit reached.', code: 'rate_limit_exceeded' }, headers)
}

/** 429 that means "no money". */
export function outOfMoney(): FakeAnswer {
  return errorAnswer(429, { message: 'You exceeded your quota.', type: 'insufficient_quota' })
}

/** Never answers. */
export function hang(): FakeAnswer {
  return () => undefined
}

/** Cuts the connection, before the answer or after its first piece. */
export function reset({ midBody = false } = {}): FakeAnswer {
  return ({ response }) => {
    if (!midBody) return void response.destroy()
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(`data: ${JSON.stringify(chunk({ content: 'Half a' }))}\n\n`, () =>
      response.destroy(),
    )
  }
}

export interface TextAnswerOptions {
  text?: string
  /** Null leaves it out, as sloppy servers do. */
  finishReason?: string | null
  /** Null leaves it out; by default it is sent when asked for. */
  usage?: { prompt_tokens: number; completion_tokens: number } | null
  refusal?: string
  /** Leaves out `role`, `index` and `id`. */
  sloppy?: boolean
  /** Milliseconds before the answer. */
  latencyMs?: number
  /** Milliseconds between two words of a stream; 1000 is a slow drip. */
  chunkMs?: number
}

/** A chat completion, streamed if asked for. Without `text` it is made from the request and its number. */
export function textAnswer(options: TextAnswerOptions = {}): FakeAnswer {
  return async ({ request, response }) => {
    const { finishReason = 'stop', sloppy = false, latencyMs = 0, chunkMs = 0 } = options
    const text = options.refusal ? '' : (options.text ?? writeText(request))
    const usage = options.usage === undefined ? defaultUsage({ request, text }) : options.usage
    await pause(latencyMs, response)
    if (request.body['stream'] !== true) {
      const message = { role: 'assistant', content: text, refusal: options.refusal ?? null }
      const choice = sloppy ? { message } : { index: 0, message, finish_reason: finishReason }
      return sendJSON(response, 200, {
        ...(sloppy ? {} : { id: 'chatcmpl-fake', object: 'chat.completion' }),
        model: request.body['model'],
        choices: [choice],
        ...(usage ? { usage } : {}),
      })
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'x-request-id': 'req_fake' })
    const send = (data: unknown) => response.write(`data: ${JSON.stringify(data)}\n\n`)
    if (!sloppy) send(chunk({ role: 'assistant', content: '' }))
    if (options.refusal) send(chunk({ refusal: options.refusal }))
    for (const word of text.split(/(?<= )/)) {
      send(chunk({ content: word }))
      if (chunkMs) await pause(chunkMs, response)
    }
    if (!sloppy && finishReason) send(chunk({}, finishReason))
    const wanted = (request.body['stream_options'] as Json | undefined)?.['include_usage'] === true
    if (wanted && usage) send({ id: 'chatcmpl-fake', choices: [], usage })
    response.end('data: [DONE]\n\n')
  }
}

/** One image; `bytes` as base64, or only its `url`. */
export function imageAnswer({ bytes, url }: { bytes?: Buffer; url?: string }): FakeAnswer {
  const image = url ? { url } : { b64_json: bytes?.toString('base64') }
  return jsonAnswer({
    created: 1,
    data: [image],
    usage: { input_tokens: 12, output_tokens: 272, total_tokens: 284 },
  })
}

/** What the server says when no script does: a text, an image, two models. */
export function defaultAnswer({ latencyMs }: { latencyMs: number }): FakeAnswer {
  return async (exchange) => {
    const { request, response } = exchange
    if (request.path.endsWith('/models')) {
      return sendJSON(response, 200, { data: [{ id: 'fake-text' }, { id: 'fake-image' }] })
    }
    if (request.path.endsWith('/chat/completions')) return textAnswer({ latencyMs })(exchange)
    if (!request.path.endsWith('/images/generations')) {
      return sendJSON(response, 404, { error: { message: `Unknown path ${request.path}` } })
    }
    await pause(latencyMs, response)
    const bytes = await plainImage(String(request.body['size'] ?? '1024x1024'))
    return imageAnswer({ bytes })(exchange)
  }
}

const images = new Map<string, Promise<Buffer>>()

function plainImage(size: string): Promise<Buffer> {
  const [width = 1024, height = 1024] = size.split('x').map(Number)
  const image =
    images.get(size) ??
    sharp({ create: { width, height, channels: 3, background: '#7aa2c8' } })
      .png({ compressionLevel: 1 })
      .toBuffer()
  images.set(size, image)
  return image
}

const WORDS =
  'amber harbour quiet morning copper lantern river street winter orchard paper window bright corner silver market gentle engine coastal garden velvet signal open meadow patient bridge early candle northern table simple thunder golden ladder honest pocket little station warm horizon'.split(
    ' ',
  )

/** Text of about 40 words that differs from request to request; JSON where a schema asks for it. */
function writeText(request: RecordedRequest): string {
  let state = request.number * 2654435761
  const pick = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return WORDS[(state >>> 8) % WORDS.length] ?? ''
  }
  const words = (count: number) => Array.from({ length: count }, pick).join(' ')
  const format = request.body['response_format'] as Json | undefined
  const schema = (format?.['json_schema'] as Json | undefined)?.['schema'] as Json | undefined
  const title = `Answer ${request.number} ${words(4)}`
  if (!format) return `${title}\n\n${words(36)}.`
  const properties = (schema?.['properties'] ?? { title: {}, body: {} }) as Record<string, Json>
  const values = Object.entries(properties).map(([name, property]) => [
    name,
    valueFor({ property, text: name === 'title' ? title : `${words(36)}.` }),
  ])
  return JSON.stringify(Object.fromEntries(values))
}

function valueFor({ property, text }: { property: Json; text: string }): unknown {
  const choices = property['enum']
  if (Array.isArray(choices)) return choices[0]
  const type = [property['type']].flat()[0]
  if (type === 'number' || type === 'integer') return 7
  if (type === 'boolean') return true
  return type === 'array' ? [text] : text
}

function chunk(delta: Json, finishReason: string | null = null): Json {
  return {
    id: 'chatcmpl-fake',
    object: 'chat.completion.chunk',
    model: 'fake-text',
    choices: [{ index: 0, delta, finish_reason: finishReason }],
  }
}

function defaultUsage({ request, text }: { request: RecordedRequest; text: string }) {
  const prompt_tokens = Math.ceil(JSON.stringify(request.body['messages'] ?? '').length / 4)
  const completion_tokens = Math.ceil(text.length / 4)
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens }
}

export function sendJSON(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

/** Ends early, by throwing, when the client has gone. */
async function pause(milliseconds: number, response: ServerResponse): Promise<void> {
  const gone = new AbortController()
  const abort = () => gone.abort()
  response.once('close', abort)
  await sleep(milliseconds, undefined, { signal: gone.signal }).finally(() =>
    response.off('close', abort),
  )
}
