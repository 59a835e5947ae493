import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

import { DEMO_PASSWORD } from '../../dev/seedDemo.js'
import { findChromium, HOW_TO_GET_CHROMIUM } from '../../scripts/testing/findChromium.js'

export interface TestBrowser {
  browser: Browser
  /** A page with cookies and storage of its own. */
  newPage: (options?: BrowserContextOptions) => Promise<Page>
  close: () => Promise<void>
}

/** Chromium looks for updates and lists on its own; in a closed network each of them is an error. */
const QUIET = [
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
]

export const openBrowser = async (): Promise<TestBrowser> => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(HOW_TO_GET_CHROMIUM)
  const browser = await chromium.launch({
    executablePath,
    // Chromium's sandbox does not work for root, which is who runs in most containers.
    args: process.getuid?.() === 0 ? ['--no-sandbox', ...QUIET] : QUIET,
  })
  return {
    browser,
    newPage: async (options) => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
        ...options,
      })
      return context.newPage()
    },
    close: () => browser.close(),
  }
}

/** Gives the page the session of `email`; what opens next is seen as that person. */
export const loginAs = async (args: { page: Page; url: string; email: string }): Promise<void> => {
  const { page, url, email } = args
  const answer = await page.request.post(`${url}/api/users/login`, {
    data: { email, password: DEMO_PASSWORD },
  })
  if (!answer.ok()) throw new Error(`${email} cannot log in: ${answer.status()}`)
}
