import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import {
  defaultAnswer,
  sendJSON,
  type FakeAnswer,
  type RecordedRequest,
} from './fakeOpenAIAnswers.js'

export * from './fakeOpenAIAnswers.js'

export interface FakeOpenAI {
  /** Ends in `/v1`. */
  url: string
  requests: RecordedRequest[]
  /** Asked for every request; undefined = the default answer. Called again, it replaces the script. */
  respond: (script: (request: RecordedRequest) => FakeAnswer | undefined) => void
  /** Per Idempotency-Key: requests that arrived, and those answered completely with 2xx (paid for). */
  callsByKey: () => Record<string, { started: number; answered: number }>
  close: () => Promise<void>
}

/**
 * An OpenAI-compatible server on 127.0.0.1 that answers as told, and keeps a log of paid calls.
 * `latencyMs` is how long a default answer takes. Also answers `GET /__log` with `{ requests, callsByKey }`.
 */
export async function startFakeOpenAI({
  latencyMs = 0,
  port = 0,
}: { latencyMs?: number; port?: number } = {}): Promise<FakeOpenAI> {
  const requests: RecordedRequest[] = []
  // Not the length of the log: tests empty that, and texts must go on being different.
  let arrived = 0
  let script: Parameters<FakeOpenAI['respond']>[0] = () => undefined

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    if (incoming.url === '/__log') {
      return sendJSON(response, 200, { requests, callsByKey: countByKey(requests) })
    }
    const request = record({ incoming, response, number: ++arrived })
    requests.push(request)
    request.body = await readJSON(incoming)
    await (script(request) ?? defaultAnswer({ latencyMs }))({ request, response })
  }

  const server = createServer((incoming, response) => {
    // A client that hangs up breaks the answer; that is what the test wants.
    answer(incoming, response).catch(() => response.destroy())
  })
  await new Promise<void>((fulfil) => server.listen(port, '127.0.0.1', fulfil))
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${bound}/v1`,
    requests,
    respond: (next) => {
      script = next
    },
    callsByKey: () => countByKey(requests),
    close: () =>
      new Promise((fulfil) => {
        server.close(() => fulfil())
        server.closeAllConnections()
      }),
  }
}

function record({
  incoming,
  response,
  number,
}: {
  incoming: IncomingMessage
  response: ServerResponse
  number: number
}): RecordedRequest {
  const key = incoming.headers['idempotency-key']
  const request: RecordedRequest = {
    number,
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    body: {},
    headers: incoming.headers as Record<string, string>,
    idempotencyKey: typeof key === 'string' ? key : null,
    startedAt: Date.now(),
    abortedAt: null,
    finishedAt: null,
    status: null,
  }
  response.once('finish', () => {
    request.finishedAt = Date.now()
    request.status = response.statusCode
  })
  response.once('close', () => {
    if (request.finishedAt === null) request.abortedAt = Date.now()
  })
  return request
}

async function readJSON(incoming: IncomingMessage): Promise<RecordedRequest['body']> {
  const pieces: Buffer[] = []
  for await (const piece of incoming) pieces.push(Buffer.from(piece))
  return JSON.parse(Buffer.concat(pieces).toString('utf8') || '{}') as RecordedRequest['body']
}

function countByKey(requests: RecordedRequest[]): ReturnType<FakeOpenAI['callsByKey']> {
  const counts: ReturnType<FakeOpenAI['callsByKey']> = {}
  for (const { idempotencyKey, status } of requests) {
    if (!idempotencyKey) continue
    const count = (counts[idempotencyKey] ??= { started: 0, answered: 0 })
    count.started++
    if (status !== null && status < 300) count.answered++
  }
  return counts
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4010' },
      latency: { type: 'string', default: '0' },
    },
  })
  const { url } = await startFakeOpenAI({
    port: Number(values.port),
    latencyMs: Number(values.latency),
  })
  console.log(`Fake OpenAI at ${url}, log at ${new URL('/__log', url).href}`)
}
