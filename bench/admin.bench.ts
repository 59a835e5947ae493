/**
 * How the admin feels on this machine: `npm run bench:admin`. A production build, a real Postgres, a real
 * worker and Chromium, all at once on its cores. Names as arguments measure only these. Prints JSON;
 * docs/measurements.md explains each figure.
 */
import { openBrowser } from '../tests/support/browser.js'
import { startTestServer } from '../scripts/testing/testServer.js'
import { startTestSite } from '../tests/support/web.js'
import { startWorkflowSite } from '../tests/support/workflow.js'
import { demoProvider } from '../src/plugins/workflows/providers/demo/demoProvider.js'
import { measureBuilder } from './admin/builder.js'
import { measureEventToPaint } from './admin/eventToPaint.js'
import { measureFirstPaint } from './admin/firstPaint.js'
import { measureMonitorFrames } from './admin/monitorFrames.js'
import { measureWeight } from './admin/weight.js'

const MEASURES = {
  firstPaint: measureFirstPaint,
  weight: measureWeight,
  eventToPaint: measureEventToPaint,
  monitorFrames: measureMonitorFrames,
  builder: measureBuilder,
}

const only = process.argv.slice(2)
const server = await startTestServer()
process.env.TEST_DATABASE_SERVER = server.uri
const site = await startWorkflowSite({
  name: 'bench_admin',
  workflows: {
    providers: [
      // Quicker than any model; at a few hundred ms the machine would be busy with jobs, not with the page.
      demoProvider({ latencyMs: { text: [1_000, 2_000], image: [150, 400] }, seed: 'bench' }),
    ],
  },
})
const web = await startTestSite({ databaseUri: site.databaseUri, dataDir: '/tmp/workflows-bench' })
const browser = await openBrowser()
const results: Record<string, unknown> = {}
try {
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (only.length > 0 && !only.includes(name)) continue
    results[name] = await measure({ site, url: web.url, browser })
    console.error(name, JSON.stringify(results[name]))
  }
  console.log(JSON.stringify(results, null, 2))
} finally {
  await browser.close()
  await web.stop()
  await site.stop()
  await server.stop()
}
process.exit(0)
