import { readFileSync } from 'node:fs'

import { filesBelow } from './imports/files.js'
import { explain } from './plainError.js'
import { inRepository, repository } from './repository.js'
import { onShutdown, runCommand } from './shutdown.js'
import { ensureBuild, isBuilt } from './site/ensureBuild.js'
import { runChecks } from './testing/checks.js'
import { findChromium, HOW_TO_GET_CHROMIUM } from './testing/findChromium.js'
import { runVitest } from './testing/runVitest.js'
import { startTestServer } from './testing/testServer.js'

/** What the tests need is seen from what they import: no list to forget. */
const testsUse = (support: 'browser' | 'web'): boolean =>
  filesBelow(['tests'])
    .filter((file) => /\.spec\.tsx?$/.test(file))
    .some((file) => readFileSync(inRepository(file), 'utf8').includes(`support/${support}.js`))

const browserIsThere = (): boolean => {
  if (!testsUse('browser') || findChromium()) return true
  console.log(`✗ browser\n${HOW_TO_GET_CHROMIUM}`)
  return false
}

const adminIsBuilt = async (): Promise<boolean> => {
  if (!testsUse('web') || isBuilt('site')) return true
  try {
    await ensureBuild('test')
    return true
  } catch (error) {
    console.log(`✗ build\n${explain(error)}`)
    return false
  }
}

runCommand(async () => {
  process.chdir(repository)
  process.env.CI ??= 'true'
  const filters = process.argv.slice(2)
  // With a filter somebody works on one test and has no use for the rest; a test that needs the admin
  // builds it then.
  const isWhole = filters.length === 0
  const checks = isWhole ? await runChecks() : { passed: 0, failed: 0 }
  const isReady = isWhole ? [browserIsThere(), await adminIsBuilt()] : []

  const server = await startTestServer()
  onShutdown(server.stop)
  const tests = await runVitest({
    filters,
    env: { TEST_DATABASE_SERVER: server.uri, NODE_ENV: 'test', CI: 'true' },
  })
  const failed = checks.failed + tests.failed + isReady.filter((ready) => !ready).length
  // Written when the server has stopped too: nothing may come after the summary.
  process.once('exit', () =>
    console.log(`${checks.passed + tests.passed} passed, ${failed} failed`),
  )
  return failed === 0 ? 0 : 1
})
