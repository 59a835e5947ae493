import path from 'node:path'

/** What differs between two runs of the demo site. */
export interface Site {
  databaseUri: string
  /** Absolute; uploads go below it. */
  dataDir: string
  secret: string
  /** Only for sites behind a name of their own; empty keeps every link relative. */
  serverURL: string
  /** Origins whose cookies are believed. */
  origins: string[]
  /** Name of this process in `pg_stat_activity`. */
  applicationName: string
}

const DEVELOPMENT_SECRET = 'only-for-development'

const secretOf = (env: NodeJS.ProcessEnv): string => {
  if (env.PAYLOAD_SECRET) return env.PAYLOAD_SECRET
  if (env.NODE_ENV === 'production') {
    throw new Error('Set PAYLOAD_SECRET: in production the sessions of users are signed with it.')
  }
  return DEVELOPMENT_SECRET
}

/** Reads the environment that the README lists. */
export const siteFromEnv = (env: NodeJS.ProcessEnv): Site => {
  const port = env.PORT || '3000'
  const serverURL = env.SERVER_URL ?? ''
  return {
    databaseUri: env.DATABASE_URI ?? '',
    dataDir: path.resolve(env.WORKFLOWS_DATA_DIR || '.data'),
    secret: secretOf(env),
    serverURL,
    // Both names of this machine, since people use both; Payload adds `serverURL` itself.
    origins: [`http://localhost:${port}`, `http://127.0.0.1:${port}`],
    applicationName: env.WORKFLOWS_PROCESS
      ? `payload-workflows ${env.WORKFLOWS_PROCESS}`
      : 'payload-workflows',
  }
}
