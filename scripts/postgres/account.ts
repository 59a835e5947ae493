import { execFileSync, spawnSync } from 'node:child_process'

/** Who runs the server when we are root: PostgreSQL refuses to. */
export interface Account {
  name: string
  uid: number
  gid: number
}

const idOf = (flag: '-u' | '-g', name: string): number | null => {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
  } catch {
    return null
  }
}

/** `postgres` where the system has it, else `nobody`, which every system has; null when not root. */
export const serverAccount = (): Account | null => {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name)
    const gid = idOf('-g', name)
    if (uid && gid) return { name, uid, gid }
  }
  return null
}

/** Spawn options that make a child run as `account`. */
export const asAccount = (account: Account | null): { uid?: number; gid?: number } =>
  account ? { uid: account.uid, gid: account.gid } : {}

/** Asks the system instead of reading mode bits, which know nothing of access lists and mounts. */
export const canEnter = (folder: string, account: Account): boolean =>
  spawnSync('test', ['-x', folder], { ...asAccount(account), cwd: '/' }).status === 0
