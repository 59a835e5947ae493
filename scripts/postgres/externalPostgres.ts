import pg from 'pg'

import { PlainError } from '../plainError.js'

/** Oldest major version the engine's SQL is written for. */
const OLDEST = 140_000

const withoutPassword = (uri: string): string => uri.replace(/\/\/([^:@/]*):[^@/]*@/, '//$1:…@')

/** Looks at the server that DATABASE_URI names, so that a wrong one is one sentence and not a stack. */
export const checkExternal = async (uri: string): Promise<void> => {
  const client = new pg.Client({ connectionString: uri, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    const reason = error instanceof Error ? error.message || String(error) : String(error)
    throw new PlainError(
      `The server in DATABASE_URI (${withoutPassword(uri)}) does not let us in: ${reason}.`,
    )
  }
  try {
    const answer = await client.query<{ version: string }>(
      `select current_setting('server_version_num') as version`,
    )
    const version = Number(answer.rows[0]?.version)
    if (version < OLDEST) {
      throw new PlainError(
        `The server in DATABASE_URI is PostgreSQL ${Math.floor(version / 10_000)}; 14 or newer is needed.`,
      )
    }
  } finally {
    await client.end()
  }
}
