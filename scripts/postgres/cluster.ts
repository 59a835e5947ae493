import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

import { PlainError } from '../plainError.js'
import { type Account, asAccount } from './account.js'
import type { Binaries } from './binaries.js'
import type { Place } from './place.js'
import { sayPlainly } from './sayPlainly.js'

export const SUPERUSER = 'postgres'

const passwordFile = (place: Place): string => path.join(place.root, 'password')

const makePassword = (place: Place): string => {
  const password = randomBytes(24).toString('hex')
  writeFileSync(passwordFile(place), password, { mode: 0o600 })
  chmodSync(passwordFile(place), 0o600)
  return password
}

/** A folder that belongs to the server's account, inside one that may belong to root. */
const makeOwnedFolder = (folder: string, account: Account | null): void => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700 })
  if (account) chownSync(folder, account.uid, account.gid)
}

const initialise = (args: { place: Place; binaries: Binaries; account: Account | null }): void => {
  const { place, binaries, account } = args
  const unfinished = `${place.cluster}.new`
  makeOwnedFolder(unfinished, account)
  const words = path.join(place.root, `password.${process.pid}`)
  writeFileSync(words, makePassword(place), { mode: 0o600 })
  if (account) chownSync(words, account.uid, account.gid)
  try {
    const run = spawnSync(
      binaries.initdb,
      [
        ...['-D', unfinished, '-U', SUPERUSER, '-A', 'scram-sha-256', `--pwfile=${words}`],
        // The built-in locale is the same on every system, so that sorting is too.
        ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin'],
        ...['--builtin-locale=C.UTF-8', '--no-sync', '--no-instructions'],
      ],
      {
        ...asAccount(account),
        cwd: place.root,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C' },
      },
    )
    if (run.status !== 0) throw sayPlainly(`${run.stderr}${run.error ?? ''}`, place.root)
    renameSync(unfinished, place.cluster)
  } finally {
    rmSync(words, { force: true })
    rmSync(unfinished, { recursive: true, force: true })
  }
}

const madeBy = (place: Place): string | null => {
  try {
    return readFileSync(path.join(place.cluster, 'PG_VERSION'), 'utf8').trim()
  } catch {
    return null
  }
}

/** Makes the data directory on first use; answers with the superuser's password. */
export const ensureCluster = (args: {
  place: Place
  binaries: Binaries
  account: Account | null
}): string => {
  const { place, binaries } = args
  if (!existsSync(place.cluster)) initialise(args)
  const major = binaries.version.split('.')[0]
  const made = madeBy(place)
  if (made !== major) {
    throw new PlainError(
      made
        ? `${place.cluster} was made by PostgreSQL ${made} and the embedded one is ${binaries.version}: move the data with pg_dump, or delete the folder.`
        : `${place.cluster} cannot be read or is no PostgreSQL data directory: delete it, or set WORKFLOWS_DATA_DIR to another folder.`,
    )
  }
  try {
    return readFileSync(passwordFile(place), 'utf8').trim()
  } catch {
    throw new PlainError(
      `The password in ${passwordFile(place)} cannot be read: run as the user who made it, or delete ${place.root} to begin afresh.`,
    )
  }
}
