import { readEnvironment } from './environment.js'
import { runCommand } from './shutdown.js'
import { openDatabase } from './site/database.js'
import { openPayload } from './site/payload.js'
import { migrateSite } from './site/prepare.js'

runCommand(async () => {
  await openDatabase(readEnvironment())
  await migrateSite(await openPayload('migrate'))
  console.log('The database is up to date.')
  return 0
})
