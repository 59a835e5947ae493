import { spawn, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'

import { freePort } from '../../scripts/postgres/freePort.js'
import { openBrowser, type TestBrowser } from '../support/browser.js'
import { waitFor } from '../support/waitFor.js'
import { createDatabase } from './support/database.js'
import { copySite } from './support/host.js'
import { run } from './support/run.js'
import { openSite } from './support/site.js'
import { launchSmallWorkflow, talkAsFirstUser } from './support/talk.js'

/** The site with drafts, built by `next build` from the tarball alone and served by `next start`. */
const FIXTURE = 'drafts'
const BUILD_MS = 15 * 60_000

let server: ChildProcess | undefined
let browser: TestBrowser | undefined
let url: string
let page: Page
const errors: string[] = []

beforeAll(async () => {
  const database = await createDatabase('site_admin')
  rmSync(path.join(inject('host'), FIXTURE), { recursive: true, force: true })
  const folder = copySite(inject('host'), FIXTURE)
  // The worker runs inside the server: nothing else is started here.
  const env = {
    DATABASE_URI: database.uri,
    EMBEDDED_WORKER: 'yes',
    WORKER_SECRET: 'a-secret-for-machines',
  }
  const site = openSite({ folder, env })
  await site.payload('migrate:create', 'workflows')
  await site.payload('migrate')
  await site.payload('workflows:migrate')
  await site.payload('generate:importmap')
  const next = path.join(inject('host'), 'node_modules', 'next', 'dist', 'bin', 'next')
  const nextEnv = {
    ...env,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    VITEST: undefined,
  }
  await run({ args: [next, 'build', ...bundler()], cwd: folder, limitMs: BUILD_MS, env: nextEnv })
  const port = String(await freePort())
  url = `http://127.0.0.1:${port}`
  server = spawn(process.execPath, [next, 'start', '-p', port], {
    cwd: folder,
    env: { ...process.env, ...nextEnv },
    stdio: process.env.TEST_WEB_LOG ? 'inherit' : 'ignore',
  })
  await waitFor(
    'the built site',
    async () => {
      const answer = await fetch(`${url}/api/workflows/health`).catch(() => null)
      return answer?.status === 200
    },
    { withinMs: 60_000, everyMs: 250 },
  )
  browser = await openBrowser()
  page = await browser.newPage()
  page.on('pageerror', ({ message }) => errors.push(message))
})
afterAll(async () => {
  await browser?.close()
  server?.kill('SIGTERM')
})

/** `PACKAGE_BUNDLER=webpack` builds with the other one. */
const bundler = (): string[] => (process.env.PACKAGE_BUNDLER === 'webpack' ? ['--webpack'] : [])

it('should run workflows inside the built server, without any other process', async () => {
  const talk = await talkAsFirstUser(url, 'staff', { name: 'Sam' })
  const { outputs } = await launchSmallWorkflow(talk)
  expect(outputs.documents).toHaveLength(2)
  const headers = { Authorization: 'Bearer a-secret-for-machines' }
  const metrics = await fetch(`${url}/api/workflows/metrics`, { headers })
  expect(await metrics.text()).toContain('payload_workflows_workers 1')
})

it('should answer errors by their names though the build is minified', async () => {
  const answer = await fetch(`${url}/api/workflows/executions`)
  expect(await answer.json()).toMatchObject({
    errors: [{ name: 'NotAuthenticatedError', data: { code: 'not_authenticated' } }],
  })
})

it('should show the plugin’s views in the site’s admin', async () => {
  await page.goto(`${url}/admin/login`)
  await page.fill('input[name=email]', 'first@example.com')
  await page.fill('input[name=password]', 'a-good-password')
  await page.click('button[type=submit]')
  await page.waitForURL(/\/admin\/?$/)
  await page.goto(`${url}/admin/collections/workflow-templates`)
  await page.getByText('Two posts with pictures').first().waitFor()
  await page.goto(`${url}/admin/collections/workflow-executions`)
  await page.getByText('Two posts with pictures').first().click()
  await page.waitForURL(/workflow-executions\/[0-9a-f-]{36}/)
  await page.getByText('copy', { exact: true }).first().waitFor()
  await page.goto(`${url}/admin/collections/posts`)
  await page.locator('tbody a').first().click()
  await page.getByText('Made by a workflow').waitFor()
  await page.locator('.workflows-image-card').first().waitFor()
  expect(errors).toEqual([])
})
