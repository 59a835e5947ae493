import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { BrowserContextOptions, Page } from 'playwright-core'

import { loginAs, openBrowser } from '../../support/browser.js'
import { startTestSite } from '../../support/web.js'
import { startWorkflowSite, type WorkflowSite } from '../../support/workflow.js'

export interface WorkflowPages {
  site: WorkflowSite
  /** A page below `/admin`, as `email`. */
  open: (path: string, email?: string, options?: BrowserContextOptions) => Promise<Page>
  monitorOf: (id: string) => string
  stop: () => Promise<void>
}

/** A site with a worker and a fake OpenAI, the built admin in front of the same database, and a browser. */
export async function startWorkflowPages({
  name,
  slots,
}: {
  name: string
  /** Agent jobs at once; 0 = no worker. */
  slots?: number
}): Promise<WorkflowPages> {
  const site = await startWorkflowSite({ name, ...(slots !== undefined && { slots }) })
  const dataDir = mkdtempSync(path.join(tmpdir(), 'payload-workflows-e2e-'))
  const web = await startTestSite({ databaseUri: site.databaseUri, dataDir })
  const browser = await openBrowser()
  return {
    site,
    monitorOf: (id) => `/collections/workflow-executions/${id}`,
    open: async (at, email = 'editor@example.com', options = {}) => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options })
      page.setDefaultTimeout(60_000)
      await loginAs({ page, url: web.url, email })
      await page.goto(`${web.url}/admin${at}`)
      return page
    },
    stop: async () => {
      await browser.close()
      await web.stop()
      await site.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
