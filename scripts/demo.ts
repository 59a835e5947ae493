import type { Payload } from 'payload'

import { DEMO_PASSWORD } from '../dev/seedDemo.js'
import { getPluginContext } from '../src/plugins/workflows/pluginContext.js'
import { DEMO_TEMPLATE, launchDemo, requestAsDemo } from './demo/launchDemo.js'
import { createProgressLine } from './demo/progressLine.js'
import { failure, report } from './demo/report.js'
import { watch } from './demo/watch.js'
import { readEnvironment } from './environment.js'
import { onShutdown, runCommand } from './shutdown.js'
import { openDatabase } from './site/database.js'
import { ensureBuild } from './site/ensureBuild.js'
import { openPayload } from './site/payload.js'
import { migrateSite, seedSite, startSite } from './site/prepare.js'
import { requireFreePort, serve } from './site/serve.js'
import { work, workerIsWanted } from './site/work.js'

const sayProvider = (payload: Payload): void => {
  const [provider] = getPluginContext(payload).providers
  console.log(
    provider.isDemo
      ? 'Text and images come from the built-in demo provider; set OPENAI_API_KEY for real ones.'
      : `Text and images come from ${provider.label} (${provider.textModel}, ${provider.imageModel}).`,
  )
}

/** Launches, watches and reports; false when the execution did not complete. */
const runTemplate = async (payload: Payload, site: string): Promise<boolean> => {
  const req = await requestAsDemo(payload)
  const id = await launchDemo(req)
  console.log(`\n"${DEMO_TEMPLATE}" on the brand guidelines, launched as ${req.user?.email}:`)
  if (!workerIsWanted()) console.log('WORKFLOWS_WORKER=off: waiting for npm run worker …')
  const progress = createProgressLine()
  onShutdown(() => progress.stop())
  const execution = await watch({ payload, id, progress })
  if (execution.status !== 'completed') {
    console.error(failure(execution))
    return false
  }
  console.log(await report({ req, execution, site }))
  return true
}

runCommand(async () => {
  const isOnce = process.argv.includes('--once')
  const environment = readEnvironment()
  const { port, dataDir } = environment
  if (!isOnce) await requireFreePort(port)
  await openDatabase(environment)
  const payload = await openPayload('demo')
  await migrateSite(payload)
  await seedSite(payload)
  await startSite(payload)
  if (workerIsWanted()) await work(payload)
  console.log(`Uploads and settings are in ${dataDir}.`)
  sayProvider(payload)

  const isCompleted = await runTemplate(payload, `http://localhost:${port}`)
  if (isOnce) return isCompleted ? 0 : 1
  console.log()
  const folder = await ensureBuild('site')
  const site = await serve({ mode: 'start', port, folder, quiet: true })
  onShutdown(site.stop)
  console.log(
    `The admin is at ${site.url}/admin: log in as demo@example.com, password ${DEMO_PASSWORD}. Ctrl-C stops everything.`,
  )
  return site.left
})
