import fs from 'node:fs/promises'
import path from 'node:path'

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { images } from '../support/graphs.js'
import { startSite, type GuaranteeSite } from './support/site.js'

let site: GuaranteeSite
beforeAll(async () => {
  site = await startSite({ name: 'disk', leaseSeconds: 5 })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

const FAULTS = [
  { disk: 'is full', code: 'ENOSPC', said: 'no space left on device' },
  { disk: 'is read-only', code: 'EROFS', said: 'read-only file system' },
]

/** Uploads end in the middle, as the system ends them; everything else is written as always. */
function breakUploads({ code, said }: (typeof FAULTS)[number]): { repair: () => void } {
  const write = fs.writeFile.bind(fs)
  const broken = vi.spyOn(fs, 'writeFile').mockImplementation(async (file, data, options) => {
    if (!String(file).startsWith(path.join(site.dataDir, 'media')))
      return write(file, data, options)
    if (code === 'ENOSPC') await write(file, (data as Buffer).subarray(0, 1_000))
    throw Object.assign(new Error(`${code}: ${said}, write`), { code })
  })
  return { repair: () => broken.mockRestore() }
}

const mediaRows = async () => (await site.sql('select 1 from media')).length

describe('a disk that takes no upload', () => {
  it.each(FAULTS)(
    'should fail the step by name when it $disk, and be done after',
    async (fault) => {
      const before = await mediaRows()
      const asked = site.fake.requests.length
      const { repair } = breakUploads(fault)
      const id = await site.launch(images(2))
      await site.startSurvivor()
      const { error } = await site.waitUntil(id, 'failed')
      expect(error).toMatchObject({ nodeId: 'image', code: 'upload_failed' })
      expect(error?.message).toContain('writable and has room')
      // No row without its file.
      expect(await mediaRows()).toBe(before)

      repair()
      await site.mend(id, 'retry-node', 'image')
      const { outputs } = await site.waitUntil(id, 'completed')
      expect(outputs.media).toHaveLength(2)
      expect(await mediaRows()).toBe(before + 2)
      const rows = await site.sql<{ filename: string; filesize: string }>(
        'select filename, filesize from media',
      )
      for (const { filename, filesize } of rows) {
        const { size } = await fs.stat(path.join(site.dataDir, 'media', filename))
        expect(size).toBe(Number(filesize))
      }
      // A person asked for another try, so the two images were painted once more.
      expect(site.fake.requests.length - asked).toBe(4)
    },
  )
})
