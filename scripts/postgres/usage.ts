import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { afterUs } from '../afterUs.js'
import { isAlive, withLock } from '../lock.js'
import type { Place } from './place.js'

/** A start or stop takes seconds; a lock this old belongs to a process that died with it. */
const LONGEST_MS = 60_000

const usersFolder = (place: Place): string => path.join(place.root, 'users')

/** What `leaveUsers` and a stop do, for a process that was killed before it could. */
const LEAVE = `
cd "$1" && rm "users/$2" 2> /dev/null || exit 0
for user in users/*; do
  kill -0 "\${user#users/}" 2> /dev/null && exit 0
done
kill -INT "$(head -n 1 cluster/postmaster.pid)"
`

/** Says that this process uses the server, so that another one that leaves does not stop it. */
export const joinUsers = (place: Place): void => {
  const name = String(process.pid)
  mkdirSync(usersFolder(place), { recursive: true })
  writeFileSync(path.join(usersFolder(place), name), '')
  afterUs(LEAVE, [place.root, name])
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
