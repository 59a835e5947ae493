import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { StoodStillError } from '../../runtime/errors.js'
import { createGuardedFetch } from './guardedFetch.js'

interface Seen {
  headers: IncomingHttpHeaders
  body: string
}

let server: Server
let url: string
/** Those of which everything has come. */
let whole: Seen[]

beforeEach(async () => {
  whole = []
  server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece))
    request.on('end', () => {
      whole.push({ headers: request.headers, body })
      response.end('{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const send = async (body: string, beforeSend: () => void) => {
  const guard = createGuardedFetch({
    limits: { firstByteMs: 5_000, idleMs: 5_000, totalMs: 5_000 },
    host: 'fake',
    signal: new AbortController().signal,
    beforeSend,
  })
  const headers = { 'Content-Type': 'application/json', Connection: 'close' }
  try {
    const response = await guard.fetch(url, { method: 'POST', body, headers })
    return await response.text()
  } catch (error) {
    throw guard.tripped() ?? error
  } finally {
    guard.dispose()
  }
}

/** Everything the server was going to hear of has come by then. */
const settled = async () => {
  const before = whole.length
  await send('{}', () => undefined)
  await expect.poll(() => whole.length).toBe(before + 1)
}

describe('a request that asks before it leaves', () => {
  it.each([
    ['a long one', JSON.stringify({ prompt: '👩‍👩‍👧 und Öl '.repeat(9_000) })],
    ['a short one', '{"a":1}'],
    ['the shortest', '{}'],
    ['one byte', '1'],
  ])('should arrive as it would have, with its length: %s', async (_which, body) => {
    await send(body, () => undefined)
    expect(whole).toHaveLength(1)
    expect(whole[0]?.body).toBe(body)
    expect(whole[0]?.headers).toMatchObject({
      'content-length': String(Buffer.byteLength(body)),
      'content-type': 'application/json',
    })
    expect(whole[0]?.headers['transfer-encoding']).toBeUndefined()
  })

  it('should ask when the connection stands, and hardly before, for that may take its time', async () => {
    let asked = 0
    const ask = () => {
      asked += 1
    }
    await send('{"prompt":"write"}', ask)
    expect(asked).toBeGreaterThanOrEqual(4)
    asked = 0
    server.close()
    await once(server, 'close')
    await expect(send('{"prompt":"write"}', ask)).rejects.toThrow('fetch failed')
    // `fetch` itself is one piece ahead.
    expect(asked).toBeLessThanOrEqual(1)
  })

  it.each([1, 2, 3])('should not arrive whole when it is refused the %i. time', async (time) => {
    let asked = 0
    const refused = send('{"prompt":"write"}', () => {
      asked += 1
      if (asked === time) throw new StoodStillError()
    })
    await expect(refused).rejects.toBeInstanceOf(StoodStillError)
    await settled()
    expect(whole.map(({ body }) => body)).toEqual(['{}'])
  })

  it('should not be completed when it may not go on in the middle', async () => {
    let asked = 0
    const refused = send('x'.repeat(100_000), () => {
      asked += 1
      if (asked > 4) throw new StoodStillError()
    })
    await expect(refused).rejects.toBeInstanceOf(StoodStillError)
    await settled()
    expect(whole.map(({ body }) => body)).toEqual(['{}'])
  })
})
