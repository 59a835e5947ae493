/**
 * What the engine costs and how soon it recovers, on a Postgres of its own: `npm run bench`. Prints JSON;
 * docs/measurements.md explains each figure.
 */
import { measureStop, measureTakeover } from './engine/faults.js'
import { startBenchSite } from './engine/site.js'
import { measureThroughput } from './engine/throughput.js'

const site = await startBenchSite()
const results: Record<string, unknown> = {}
try {
  if (!process.argv.includes('--faults')) Object.assign(results, await measureThroughput(site))
  if (!process.argv.includes('--speed')) {
    results.stopToAbortMs = await measureStop(site, 20)
    results.takeoverAfterKillMs = await measureTakeover(site, 10)
  }
  console.log(JSON.stringify(results, null, 2))
} finally {
  await site.close()
}
process.exit(0)
