/**
 * How soon the engine recovers and obeys, on a Postgres of its own: `npm run bench:faults`. Prints JSON. What a
 * job costs is measured beside other engines: `npm run bench`.
 */
import { measureStop, measureTakeover } from './engine/faults.js'
import { startBenchSite } from './engine/site.js'

const site = await startBenchSite()
try {
  const stopToAbortMs = await measureStop(site, 20)
  const takeoverAfterKillMs = await measureTakeover(site, 10)
  console.log(JSON.stringify({ stopToAbortMs, takeoverAfterKillMs }, null, 2))
} finally {
  await site.close()
}
process.exit(0)
