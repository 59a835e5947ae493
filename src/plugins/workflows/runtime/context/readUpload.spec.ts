import type { Payload } from 'payload'

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readUpload } from './readUpload.js'

const user = { id: 1, collection: 'users' }
let folder: string
let serverURL: string
const server = createServer((request, response) => {
  if (request.url === '/moved') response.writeHead(302, { location: '/file' }).end()
  else response.end('from the site')
})

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'uploads-'))
  await writeFile(path.join(folder, 'a.txt'), 'local')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  serverURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

const read = async (doc: Record<string, unknown>, upload: Record<string, unknown> = {}) => {
  // Reading asks Payload for nothing but config.
  const payload = {
    config: { serverURL, i18n: { fallbackLanguage: 'en' } },
    collections: { media: { config: { upload: { staticDir: folder, ...upload } } } },
  } as unknown as Payload
  const bytes = await readUpload({ payload, user, collection: 'media', doc: { id: 1, ...doc } })
  return bytes?.toString() ?? null
}

describe('readUpload', () => {
  it('should read a local file and never one outside the folder', async () => {
    expect(await read({ filename: 'a.txt' })).toBe('local')
    expect(await read({ filename: '../../etc/passwd' })).toBeNull()
    expect(await read({ filename: 'missing.txt' })).toBeNull()
  })

  it('should fetch from the site itself and from nowhere else', async () => {
    expect(await read({ filename: 'b', url: '/api/media/file/b' })).toBe('from the site')
    expect(await read({ filename: 'b', url: `${serverURL}/moved` })).toBeNull()
    const other = serverURL.replace('127.0.0.1', 'localhost')
    expect(await read({ filename: 'b', url: `${other}/file` })).toBeNull()
    expect(await read({ filename: 'b', url: 'http://169.254.169.254/' })).toBeNull()
  })
})
