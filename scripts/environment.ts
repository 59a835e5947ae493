import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { loadEnv } from 'payload/node'

import { repository } from './repository.js'

export interface Environment {
  port: number
  /** Absolute. */
  dataDir: string
  postgresDir: string
}

/** One secret a data folder, so that sessions outlive a restart and no two installs share one. */
const keptSecret = (dataDir: string): string => {
  const file = path.join(dataDir, 'secret')
  try {
    return readFileSync(file, 'utf8')
  } catch {
    const secret = randomBytes(32).toString('hex')
    mkdirSync(dataDir, { recursive: true })
    try {
      writeFileSync(file, secret, { mode: 0o600, flag: 'wx' })
      return secret
    } catch {
      return readFileSync(file, 'utf8')
    }
  }
}

/** Reads the environment and `.env`, and fills in for child processes what the demo site needs. */
export const readEnvironment = (): Environment => {
  process.chdir(repository)
  loadEnv(repository)
  const dataDir = path.resolve(process.env.WORKFLOWS_DATA_DIR || '.data')
  const port = Number(process.env.PORT || 3000)
  process.env.WORKFLOWS_DATA_DIR = dataDir
  process.env.PORT = String(port)
  process.env.PAYLOAD_SECRET ||= keptSecret(dataDir)
  process.env.PAYLOAD_CONFIG_PATH = path.join(repository, 'payload.config.ts')
  // Payload would open a socket to `next dev` in every process that is no production one.
  process.env.DISABLE_PAYLOAD_HMR = 'true'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  return { port, dataDir, postgresDir: path.join(dataDir, 'postgres') }
}
