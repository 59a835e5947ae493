import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { type Account, canEnter } from './account.js'

/** Where one embedded server keeps its things. */
export interface Place {
  /** Ours: password, port, lock, log, who uses the server. */
  root: string
  /** The server account's: PostgreSQL's own data directory. */
  cluster: string
  /** Said once when the data could not stay where it was asked to be. */
  note: string | null
}

const clusterIn = (root: string): string => path.join(root, 'cluster')

const makeFolder = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    return true
  } catch {
    return false
  }
}

/**
 * The folder asked for, unless root asked for one below a folder (a home, say) that the server's
 * account may not enter. `/var/lib` outlives a reboot, the temporary folder does not.
 */
export const choosePlace = (dataDir: string, account: Account | null): Place => {
  mkdirSync(dataDir, { recursive: true })
  const asked = realpathSync(dataDir)
  if (!account || canEnter(asked, account)) {
    return { root: asked, cluster: clusterIn(asked), note: null }
  }
  const name = createHash('sha256').update(asked).digest('hex').slice(0, 12)
  for (const parent of ['/var/lib/payload-workflows', path.join(tmpdir(), 'payload-workflows')]) {
    const root = path.join(parent, name)
    if (makeFolder(root) && canEnter(root, account)) {
      const note = `User "${account.name}" may not enter ${asked}; the database lives in ${root}.`
      return { root, cluster: clusterIn(root), note }
    }
  }
  throw new Error(
    `User "${account.name}", who runs PostgreSQL for root, may not enter ${asked}: ` +
      `set WORKFLOWS_DATA_DIR to a folder it may enter, or DATABASE_URI to a PostgreSQL of yours.`,
  )
}
