import { once } from 'node:events'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { createServer as createTcpServer, type AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import { Agent, getGlobalDispatcher, setGlobalDispatcher } from 'undici'
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

const send = async (
  body: string,
  beforeSend: () => void,
  signal = new AbortController().signal,
) => {
  const guard = createGuardedFetch({
    limits: { firstByteMs: 5_000, idleMs: 5_000, totalMs: 5_000 },
    host: 'fake',
    signal,
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

describe('an answer', () => {
  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])(
    'should be read as it was meant when it comes as %s, which was asked for',
    async (as, pack) => {
      server.removeAllListeners('request')
      server.on('request', (request: IncomingMessage, response: ServerResponse) => {
        const isWanted = String(request.headers['accept-encoding']).split(', ').includes(as)
        response.setHeader('content-encoding', as)
        response.end(pack(isWanted ? 'Ein Fluß.' : 'not asked for'))
      })
      expect(await send('{}', () => undefined)).toBe('Ein Fluß.')
    },
  )

  it('should come through the proxy that a host has set for all its requests', async () => {
    const before = getGlobalDispatcher()
    let passed = 0
    setGlobalDispatcher(
      new Agent().compose((dispatch) => (options, handler) => {
        passed += 1
        return dispatch(options, handler)
      }),
    )
    try {
      await send('{}', () => undefined)
    } finally {
      setGlobalDispatcher(before)
    }
    expect(passed).toBe(1)
  })
})

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

  it('should ask when the connection stands, and not before, for that may take its time', async () => {
    let asked = 0
    const ask = () => {
      asked += 1
    }
    await send('{"prompt":"write"}', ask)
    expect(asked).toBe(1)
    server.close()
    await once(server, 'close')
    await expect(send('{"prompt":"write"}', ask)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect(asked).toBe(1)
  })

  it('should not arrive when it is refused', async () => {
    const refused = send('{"prompt":"write"}', () => {
      throw new StoodStillError()
    })
    await expect(refused).rejects.toBeInstanceOf(StoodStillError)
    await settled()
    expect(whole.map(({ body }) => body)).toEqual(['{}'])
  })

  it('should ask for each piece of a long one when the one before it has left', async () => {
    const asked: number[] = []
    // Of a server that reads nothing, only what fits the sockets' buffers is asked for.
    const deaf = createTcpServer((socket) => socket.pause()).listen(0, '127.0.0.1')
    await once(deaf, 'listening')
    url = `http://127.0.0.1:${(deaf.address() as AddressInfo).port}/`
    const pieces = 4_000
    const stop = new AbortController()
    const sending = send(
      'x'.repeat(pieces * 16_384),
      () => void asked.push(asked.length),
      stop.signal,
    )
    const isStuck = async () => {
      const before = asked.length
      await setImmediate()
      return asked.length === before && before > 1
    }
    await expect.poll(isStuck, { timeout: 10_000 }).toBe(true)
    expect(asked.length).toBeLessThan(pieces)
    stop.abort(new Error('over'))
    await expect(sending).rejects.toThrow('over')
    deaf.close()
  })

  it('should not be completed when it may not go on in the middle', async () => {
    let asked = 0
    const refused = send('x'.repeat(100_000), () => {
      asked += 1
      if (asked > 1) throw new StoodStillError()
    })
    await expect(refused).rejects.toBeInstanceOf(StoodStillError)
    await settled()
    expect(whole.map(({ body }) => body)).toEqual(['{}'])
  })
})
