import { readEnvironment } from './environment.js'
import { runCommand } from './shutdown.js'
import { openDatabase } from './site/database.js'
import { openPayload } from './site/payload.js'
import { migrateSite, startSite } from './site/prepare.js'
import { work } from './site/work.js'

runCommand(async () => {
  await openDatabase(readEnvironment())
  const payload = await openPayload(`worker ${process.pid}`)
  await migrateSite(payload)
  await startSite(payload)
  const worker = await work(payload)
  console.log(`Worker ${worker.id} waits for jobs. Ctrl-C gives back what it has begun.`)
  await worker.done
  return 0
})
