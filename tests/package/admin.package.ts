import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { openBrowser, type TestBrowser } from '../support/browser.js'
import {
  buildSite,
  prepareSite,
  startBuiltSite,
  type Bundler,
  type BuiltSite,
} from './support/builtSite.js'
import { createDatabase } from './support/database.js'
import { copySite } from './support/host.js'
import { openSite } from './support/site.js'
import { joinTenant, prepareDatabase, SITES } from './support/sites.js'
import { launchSmallWorkflow, talkAsFirstUser, type Talk } from './support/talk.js'

/** `PACKAGE_BUNDLER` builds all of them with the one it names. */
const BUNDLERS: Record<string, Bundler> = {
  drafts: 'turbopack',
  tenants: 'turbopack',
  uuid: 'webpack',
}
const bundlerOf = (fixture: string): Bundler =>
  (process.env.PACKAGE_BUNDLER as Bundler | undefined) ?? BUNDLERS[fixture] ?? 'turbopack'

/** Each site built from the tarball alone and served by `next start`. */
describe.each(SITES.map((site) => ({ ...site, bundler: bundlerOf(site.fixture) })))(
  'the admin of the site $fixture, built by next build --$bundler',
  ({ fixture, bundler, users, documents }) => {
    let database: Awaited<ReturnType<typeof createDatabase>>
    let built: BuiltSite | undefined
    let worker: { stop: () => Promise<void> } | undefined
    let browser: TestBrowser | undefined
    let page: Page
    const errors: string[] = []
    /** Nothing but the web server: the worker runs inside of it. */
    const isAlone = fixture === 'drafts'

    beforeAll(async () => {
      database = await createDatabase(`admin_${fixture}`)
      await prepareDatabase(database, fixture)
      const env = {
        DATABASE_URI: database.uri,
        ...(isAlone && { EMBEDDED_WORKER: 'yes', WORKER_SECRET: 'a-secret-for-machines' }),
      }
      const site = openSite({
        folder: copySite(inject('host'), fixture, `${fixture}-${bundler}`),
        env,
      })
      await prepareSite(site)
      await buildSite(site, bundler, env)
      built = await startBuiltSite(site, env)
      if (!isAlone) worker = await site.work()
      browser = await openBrowser()
      page = await browser.newPage()
      page.on('pageerror', ({ message }) => errors.push(message))
    })
    afterAll(async () => {
      await browser?.close()
      await worker?.stop()
      await built?.stop()
    })

    const at = (path: string): string => `${built?.url}${path}`
    const firstUser = async (): Promise<{ talk: Talk; workspace?: number }> => {
      const talk = await talkAsFirstUser(at(''), users, isAlone ? { name: 'Sam' } : {})
      if (fixture !== 'tenants') return { talk }
      const joined = await joinTenant(database, { url: at(''), name: 'North' })
      return { talk: joined.talk, workspace: joined.tenant }
    }

    it('should launch a workflow over REST and bring it to its end', async () => {
      const { talk, workspace } = await firstUser()
      const { outputs } = await launchSmallWorkflow(talk, { workspace })
      expect(outputs.documents.map(({ collection }) => collection)).toEqual([documents, documents])
    })

    if (isAlone) {
      it('should count the worker inside the server', async () => {
        const headers = { Authorization: 'Bearer a-secret-for-machines' }
        const metrics = await fetch(at('/api/workflows/metrics'), { headers })
        expect(await metrics.text()).toContain('payload_workflows_workers 1')
      })
    }

    it('should answer errors by their names though the build is minified', async () => {
      const answer = await fetch(at('/api/workflows/executions'))
      expect(await answer.json()).toMatchObject({
        errors: [{ name: 'NotAuthenticatedError', data: { code: 'not_authenticated' } }],
      })
    })

    it('should show the plugin’s views in the site’s admin', async () => {
      await page.goto(at('/admin/login'))
      await page.fill('input[name=email]', 'first@example.com')
      await page.fill('input[name=password]', 'a-good-password')
      await page.click('button[type=submit]')
      await page.waitForURL(/\/admin\/?$/)
      await page.goto(at('/admin/collections/workflow-templates'))
      await page.getByText('Two posts with pictures').first().waitFor()
      await page.goto(at('/admin/collections/workflow-executions'))
      await page.getByText('Two posts with pictures').first().click()
      await page.waitForURL(/workflow-executions\/[0-9a-f-]{36}/)
      await page.getByText('copy', { exact: true }).first().waitFor()
      await page.goto(at(`/admin/collections/${documents}`))
      await page.locator('tbody a').first().click()
      await page.getByText('Made by a workflow').waitFor()
      await page.locator('.workflows-image-card').first().waitFor()
      expect(errors).toEqual([])
    })
  },
)
