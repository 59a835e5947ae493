import { startTestServer } from '../../scripts/testing/testServer.js'

/** Starts a server for the run unless one is given, so that a single file can be run by itself. */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_DATABASE_SERVER) return undefined
  const server = await startTestServer()
  process.env.TEST_DATABASE_SERVER = server.uri
  return async () => {
    delete process.env.TEST_DATABASE_SERVER
    await server.stop()
  }
}
