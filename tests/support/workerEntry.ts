/**
 * What a worker process runs. It loads the packages, says `warm`, and waits to be told its environment: only
 * then is our own code imported, because crash points read the environment when they are.
 */
import { shiftClock } from '../guarantees/support/shiftClock.js'

// One after the other, and lexical before what imports it: Node 20 loses its way (exit code 13) where several
// imports at once reach a package with top-level await.
await import('lexical')
await import('payload')
await import('@payloadcms/db-postgres')
await import('@payloadcms/richtext-lexical')
await import('graphile-worker')
await import('openai')
await import('sharp')

// The parent is gone, however it went: nobody would ever end this process.
process.once('disconnect', () => process.exit(1))
process.once('message', (env: Record<string, string>) => {
  Object.assign(process.env, env)
  if (env.WORKFLOWS_TEST_CLOCK_MS) shiftClock(Number(env.WORKFLOWS_TEST_CLOCK_MS))
  void import('../guarantees/support/workerMain.js').then(({ runTask }) => runTask())
})
process.send?.('warm')
