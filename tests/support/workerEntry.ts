/**
 * What a worker process runs. It loads the packages, says `warm`, and waits to be told its environment: only
 * then is our own code imported, because crash points read the environment when they are.
 */
await Promise.all([
  import('payload'),
  import('@payloadcms/db-postgres'),
  import('@payloadcms/richtext-lexical'),
  import('graphile-worker'),
  import('openai'),
  import('sharp'),
])

// The parent is gone, however it went: nobody would ever end this process.
process.once('disconnect', () => process.exit(1))
process.once('message', (env: Record<string, string>) => {
  Object.assign(process.env, env)
  void import('../guarantees/support/workerMain.js').then(({ runTask }) => runTask())
})
process.send?.('warm')
