import { readEnvironment } from './environment.js'
import { onShutdown, runCommand } from './shutdown.js'
import { openDatabase } from './site/database.js'
import { openPayload } from './site/payload.js'
import { migrateSite, seedSite, startSite } from './site/prepare.js'
import { requireFreePort, serve } from './site/serve.js'
import { work, workerIsWanted } from './site/work.js'

runCommand(async () => {
  const environment = readEnvironment()
  const { port } = environment
  await requireFreePort(port)
  await openDatabase(environment)
  const payload = await openPayload('dev worker')
  await migrateSite(payload)
  await seedSite(payload)
  if (workerIsWanted()) {
    await startSite(payload)
    await work(payload)
    console.log('A worker runs in this process; changes to its code need a restart.')
  }
  const site = await serve({ mode: 'dev', port, folder: '.next' })
  onShutdown(site.stop)
  console.log(`The admin is at ${site.url}/admin and follows changes of the sources.`)
  return site.left
})
