import { gzipSync } from 'node:zlib'

import type { Page } from 'playwright-core'

import { openBrowser } from '../../tests/support/browser.js'
import { talkAsFirstUser } from '../../tests/package/support/talk.js'

/** Pages of an admin that show none of the plugin's views. */
const PAGES = { dashboard: '/admin', 'a list': '/admin/collections/customers' }

export interface Weight {
  files: number
  gzipKB: number
}

/** Scripts that a browser with an empty cache loads for each page, as files gzipped one by one. */
export const measureWeight = async (url: string): Promise<Record<string, Weight>> => {
  await talkAsFirstUser(url, 'staff')
  const browser = await openBrowser()
  try {
    const weights: Record<string, Weight> = {}
    for (const [name, place] of Object.entries(PAGES)) {
      const page = await browser.newPage()
      await page.request.post(`${url}/api/staff/login`, {
        data: { email: 'first@example.com', password: 'a-good-password' },
      })
      weights[name] = await weigh(page, `${url}${place}`)
      await page.context().close()
    }
    return weights
  } finally {
    await browser.close()
  }
}

const weigh = async (page: Page, address: string): Promise<Weight> => {
  const scripts: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body())
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  const bodies = await Promise.all(scripts)
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
  return { files: bodies.length, gzipKB: Math.round(bytes / 102.4) / 10 }
}
