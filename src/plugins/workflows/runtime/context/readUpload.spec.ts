import type { Payload } from 'payload'

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { en } from '@payloadcms/translations/languages/en'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { MAX_FILE_BYTES, readUpload } from './readUpload.js'

const user = { id: 1, collection: 'users' }
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'uploads-'))
  await writeFile(path.join(folder, 'a.txt'), 'local')
})

afterAll(() => rm(folder, { recursive: true }))

const read = async (doc: Record<string, unknown>, upload: Record<string, unknown> = {}) => {
  // Reading asks Payload for nothing but config.
  const payload = {
    config: { i18n: { fallbackLanguage: 'en', supportedLanguages: { en } } },
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
    expect(await read({})).toBeNull()
  })

  it('should ask the storage adapter as Payload does, one handler after the other', async () => {
    const asked: unknown[] = []
    const handlers = [
      () => undefined,
      (_req: unknown, { params }: { params: unknown }) => {
        asked.push(params)
        return new Response('from the bucket')
      },
    ]
    const upload = { disableLocalStorage: true, handlers }
    expect(await read({ filename: 'a.txt', prefix: 'p' }, upload)).toBe('from the bucket')
    expect(asked).toEqual([{ collection: 'media', filename: 'a.txt', prefix: 'p' }])
  })

  it('should give up on failures and on files that are too large', async () => {
    const served = (response: Response) =>
      read({ filename: 'a' }, { disableLocalStorage: true, handlers: [() => response] })
    expect(await served(new Response('no', { status: 403 }))).toBeNull()
    expect(await served(new Response(new Uint8Array(MAX_FILE_BYTES + 1)))).toBeNull()
  })

  it('should never go to the address of an upload', async () => {
    const doc = { filename: 'b', url: 'http://169.254.169.254/' }
    expect(await read(doc, { disableLocalStorage: true })).toBeNull()
  })
})
