import { readEnvironment } from './environment.js'
import { runCommand } from './shutdown.js'
import { openDatabase } from './site/database.js'
import { openPayload } from './site/payload.js'
import { migrateSite, seedSite } from './site/prepare.js'

runCommand(async () => {
  await openDatabase(readEnvironment())
  const payload = await openPayload('seed')
  await migrateSite(payload)
  await seedSite(payload)
  console.log('Demo content and system templates are in place.')
  return 0
})
