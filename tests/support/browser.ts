import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core'

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
      // A busy machine is slower, not wrong; requests of its own, as to log in, ask the context.
      context.setDefaultTimeout(60_000)
      const close = context.close.bind(context)
      context.close = async (options) => {
        await letGoOfRoutes(context)
        await close(options)
      }
      return context.newPage()
    },
    close: async () => {
      await Promise.all(browser.contexts().map(letGoOfRoutes))
      await browser.close()
    },
  }
}

/** A request that a test answers itself may be on its way when its page closes; that is no error of anybody's. */
const letGoOfRoutes = async (context: BrowserContext): Promise<void> => {
  const routed = [context, ...context.pages()]
  await Promise.all(routed.map((one) => one.unrouteAll({ behavior: 'ignoreErrors' })))
}

/** Gives the page the session of `email`; what opens next is seen as that person. */
export const loginAs = async (args: { page: Page; url: string; email: string }): Promise<void> => {
  const { page, url, email } = args
  const answer = await page.request.post(`${url}/api/users/login`, {
    data: { email, password: DEMO_PASSWORD },
  })
  if (!answer.ok()) throw new Error(`${email} cannot log in: ${answer.status()}`)
}
