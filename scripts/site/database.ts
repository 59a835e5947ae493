import { startPostgres } from '../postgres/startPostgres.js'
import { onShutdown } from '../shutdown.js'
import type { Environment } from '../environment.js'

/** Starts or finds the site's PostgreSQL and tells this process and its children where it is. */
export const openDatabase = async ({ postgresDir }: Environment): Promise<void> => {
  const postgres = await startPostgres({ dataDir: postgresDir })
  onShutdown(postgres.stop)
  process.env.DATABASE_URI = postgres.uri
  console.log(postgres.description)
}
