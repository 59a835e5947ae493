import { readEnvironment } from './environment.js'
import { onShutdown, runCommand } from './shutdown.js'
import { openDatabase } from './site/database.js'
import { startWorker } from './site/engine.js'
import { openPayload } from './site/payload.js'
import { migrateSite, startSite } from './site/prepare.js'

runCommand(async () => {
  await openDatabase(readEnvironment())
  const payload = await openPayload(`worker ${process.pid}`)
  await migrateSite(payload)
  await startSite(payload)
  const worker = await startWorker({ payload })
  onShutdown(() => worker.stop())
  console.log(`Worker ${process.pid} is waiting for jobs; Ctrl-C lets it finish what it has begun.`)
  await worker.done
  return 0
})
