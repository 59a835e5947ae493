import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { fetchImage, type FetchImageOptions } from './fetchImage.js'

/** Stands for the public internet on 127.0.0.1 and for the private network on 127.0.0.2. */
let publicServer: Server
let privateServer: Server
let port: number
let privateConnections = 0
let seen: IncomingMessage[] = []
let handle: (request: IncomingMessage, response: ServerResponse) => void

beforeAll(async () => {
  publicServer = createServer((request, response) => {
    seen.push(request)
    handle(request, response)
  })
  await new Promise<void>((done) => publicServer.listen(0, '127.0.0.1', done))
  port = (publicServer.address() as AddressInfo).port
  privateServer = createServer((_request, response) => response.end('secret'))
  privateServer.on('connection', () => privateConnections++)
  // macOS has no 127.0.0.2 unless told; there the refusals are still checked, only the count is idle.
  await new Promise<void>((done) =>
    privateServer.once('error', () => done()).listen(port, '127.0.0.2', done),
  )
})

afterAll(() => {
  for (const server of [publicServer, privateServer]) {
    server.closeAllConnections()
    server.close()
  }
})

beforeEach(() => {
  privateConnections = 0
  seen = []
  handle = (_request, response) => response.end('bytes')
})

const hosts: Record<string, string[]> = {
  'public.test': ['127.0.0.1'],
  'private.test': ['127.0.0.2'],
  'both.test': ['127.0.0.1', '127.0.0.2'],
  'none.test': [],
}

function fetchFrom(path: string, options: Partial<FetchImageOptions> = {}) {
  const url = path.includes('://') ? path : `http://public.test:${port}${path}`
  return fetchImage({
    url,
    signal: new AbortController().signal,
    allows: (address) => address === '127.0.0.1',
    ports: null,
    resolve: async (name) => (hosts[name] ?? []).map((address) => ({ address, family: 4 })),
    ...options,
  })
}

const redirectTo = (location: string) => (_request: IncomingMessage, response: ServerResponse) => {
  response.writeHead(302, { location })
  response.end()
}

describe('fetchImage', () => {
  it('should fetch without credentials, connecting to the address that was checked', async () => {
    expect((await fetchFrom('/a.png')).toString()).toBe('bytes')
    expect(seen[0]?.headers).toMatchObject({ host: `public.test:${port}` })
    expect(seen[0]?.headers).not.toHaveProperty('authorization')
    expect(seen[0]?.headers).not.toHaveProperty('cookie')
  })

  it('should follow three redirects and no fourth', async () => {
    handle = (request, response) => {
      const hop = Number(request.url?.slice(1))
      if (hop === 3) response.end('there')
      else redirectTo(`/${hop + 1}`)(request, response)
    }
    expect((await fetchFrom('/0')).toString()).toBe('there')
    await expect(fetchFrom('/-1')).rejects.toThrow('redirects more than 3 times')
  })

  it.each([
    ['the name resolves privately', () => `http://private.test:${port}/`],
    ['one of its addresses is private', () => `http://both.test:${port}/`],
    ['the address is written out', () => `http://127.0.0.2:${port}/`],
    ['the address is one number', () => `http://2130706434:${port}/`],
    ['the address is hexadecimal', () => `http://0x7f.0.0.2:${port}/`],
    ['the address is octal', () => `http://0177.0.0.2:${port}/`],
    ['the address is short', () => `http://127.2:${port}/`],
    ['the address is IPv4-mapped', () => `http://[::ffff:127.0.0.2]:${port}/`],
    ['the address is mapped in hex', () => `http://[::ffff:7f00:2]:${port}/`],
  ])('should send no byte when %s, directly or by redirect', async (_name, target) => {
    await expect(fetchFrom(target())).rejects.toMatchObject({
      code: 'answer_invalid',
      action: 'fail',
      message: expect.stringContaining('private network'),
    })
    handle = redirectTo(target())
    await expect(fetchFrom('/start')).rejects.toThrow('private network')
    expect(privateConnections).toBe(0)
  })

  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://0/',
    'http://１２７.０.０.１/',
    'http://0x7f000001/',
    'http://10.0.0.1/',
  ])('should refuse %s by its own rules', async (url) => {
    const { signal } = new AbortController()
    await expect(fetchImage({ url, signal })).rejects.toThrow('private network')
  })

  it.each([
    ['file:///etc/passwd', 'only http and https'],
    ['data:image/png;base64,AAAA', 'only http and https'],
    ['ftp://public.test/a.png', 'only http and https'],
    ['http://user:pw@public.test/a.png', 'user name'],
    ['http://public.test:22/a.png', 'port 22'],
    ['https://public.test:8443/a.png', 'port 8443'],
    ['not a url', 'not a valid address'],
  ])('should refuse %s', async (url, words) => {
    const { signal } = new AbortController()
    await expect(fetchImage({ url, signal })).rejects.toThrow(words)
  })

  it('should let local servers be local, but never reach link-local addresses', async () => {
    const { signal } = new AbortController()
    const url = `http://127.0.0.1:${port}/a.png`
    expect((await fetchImage({ url, signal, allowPrivate: true })).toString()).toBe('bytes')
    const metadata = 'http://169.254.169.254/latest'
    await expect(fetchImage({ url: metadata, signal, allowPrivate: true })).rejects.toThrow(
      'private network',
    )
  })

  it('should stop at the size limit and at the time limit', async () => {
    handle = (_request, response) => response.end('x'.repeat(2000))
    await expect(fetchFrom('/big', { maxBytes: 1000 })).rejects.toMatchObject({
      code: 'answer_too_large',
    })
    handle = (_request, response) => void response.write('x')
    await expect(fetchFrom('/slow', { timeoutMs: 80 })).rejects.toMatchObject({
      code: 'provider_timeout',
    })
  })

  it('should end with the reason of the caller', async () => {
    const controller = new AbortController()
    handle = () => controller.abort(new Error('stopped'))
    await expect(fetchFrom('/hang', { signal: controller.signal })).rejects.toThrow('stopped')
  })

  it.each([
    [404, 'fail'],
    [503, 'retry'],
  ])('should name status %i', async (status, action) => {
    handle = (_request, response) => {
      response.statusCode = status
      response.end()
    }
    await expect(fetchFrom('/x')).rejects.toMatchObject({ code: 'answer_invalid', action })
  })
})
