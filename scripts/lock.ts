import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { PlainError } from './plainError.js'

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const isStale = (file: string, longest: number): boolean => {
  try {
    const holder = Number(readFileSync(file, 'utf8'))
    if (holder && !isAlive(holder)) return true
    return Date.now() - statSync(file).mtimeMs > longest
  } catch {
    return false
  }
}

const take = (file: string): boolean => {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/**
 * One process at a time does `work`. A lock whose holder died, or that is older than `longest`
 * milliseconds, is taken over.
 */
export const withLock = async <T>(
  file: string,
  longest: number,
  work: () => Promise<T>,
): Promise<T> => {
  mkdirSync(path.dirname(file), { recursive: true })
  const deadline = Date.now() + 2 * longest
  while (!take(file)) {
    if (isStale(file, longest)) rmSync(file, { force: true })
    if (Date.now() > deadline) {
      throw new PlainError(`Another process holds ${file}: wait for it, or delete the file.`)
    }
    await sleep(50)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
