import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { isAlive, withLock } from '../lock.js'
import type { Place } from './place.js'

/** A start or stop takes seconds; a lock this old belongs to a process that died with it. */
const LONGEST_MS = 60_000

const usersFolder = (place: Place): string => path.join(place.root, 'users')

/** Says that this process uses the server, so that another one that leaves does not stop it. */
export const joinUsers = (place: Place): void => {
  mkdirSync(usersFolder(place), { recursive: true })
  writeFileSync(path.join(usersFolder(place), String(process.pid)), '')
}

/** Takes this process off the list; true when nobody else is on it. */
export const leaveUsers = (place: Place): boolean => {
  rmSync(path.join(usersFolder(place), String(process.pid)), { force: true })
  let others = 0
  for (const name of readdirSync(usersFolder(place))) {
    if (isAlive(Number(name))) others += 1
    else rmSync(path.join(usersFolder(place), name), { force: true })
  }
  return others === 0
}

/** One process at a time starts or stops the server of a place. */
export const withStartLock = <T>(place: Place, work: () => Promise<T>): Promise<T> =>
  withLock(path.join(place.root, 'starting.lock'), LONGEST_MS, work)
