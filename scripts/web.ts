import { readEnvironment } from './environment.js'
import { onShutdown, runCommand } from './shutdown.js'
import { openDatabase } from './site/database.js'
import { ensureBuild } from './site/ensureBuild.js'
import { openPayload } from './site/payload.js'
import { migrateSite, seedSite } from './site/prepare.js'
import { requireFreePort, serve } from './site/serve.js'

runCommand(async () => {
  const environment = readEnvironment()
  const { port } = environment
  await requireFreePort(port)
  await openDatabase(environment)
  const payload = await openPayload('web set-up')
  await migrateSite(payload)
  await seedSite(payload)
  const folder = await ensureBuild('site')
  const site = await serve({ mode: 'start', port, folder })
  onShutdown(site.stop)
  console.log(`The admin is at ${site.url}/admin. Jobs need a worker: npm run worker.`)
  return site.left
})
