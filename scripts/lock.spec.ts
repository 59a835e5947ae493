import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { withLock } from './lock.js'

/** Far above what Linux gives out. */
const NOBODY = 2 ** 30

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'payload-workflows-lock-'))
  file = path.join(folder, 'lock')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('withLock', () => {
  it('should let one at a time work', async () => {
    let atWork = 0
    let most = 0
    const work = async (): Promise<void> => {
      atWork += 1
      most = Math.max(most, atWork)
      await sleep(5)
      atWork -= 1
    }
    await Promise.all([1, 2, 3, 4].map(() => withLock(file, 5000, work)))
    expect(most).toBe(1)
    expect(existsSync(file)).toBe(false)
  })

  it('should take over from a process that died', async () => {
    writeFileSync(file, String(NOBODY))
    expect(await withLock(file, 5000, async () => 'done')).toBe('done')
  })

  it('should take over a lock that is too old', async () => {
    writeFileSync(file, String(process.pid))
    utimesSync(file, new Date(0), new Date(0))
    expect(await withLock(file, 5000, async () => 'done')).toBe('done')
  })

  it('should free the lock when the work fails', async () => {
    const work = withLock(file, 5000, () => Promise.reject(new Error('no')))
    await expect(work).rejects.toThrow('no')
    expect(existsSync(file)).toBe(false)
  })
})
