import type { Page } from 'playwright-core'

import type { TestBrowser } from '../../tests/support/browser.js'
import type { WorkflowSite } from '../../tests/support/workflow.js'

import { loginAs } from '../../tests/support/browser.js'

export interface AdminBench {
  site: WorkflowSite
  url: string
  browser: TestBrowser
}

export const EDITOR = 'editor@example.com'

/** A page of an editor's, at the size of the pictures. */
export async function openPage({ url, browser }: AdminBench, path: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await loginAs({ page, url, email: EDITOR })
  await page.goto(`${url}${path}`)
  return page
}
