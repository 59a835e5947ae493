import { gzipSync } from 'node:zlib'

import type { Page } from 'playwright-core'

import type { AdminBench } from './types.js'

import { openPage } from './types.js'

/** In every module of ours that draws something, as a class or a key of a translation. */
const OURS = /workflows-(action|nav|mark|provenance|slide-over)|workflow-executions/

/**
 * Scripts of a page that shows none of our views, gzipped: all of them, and those files that hold anything of
 * ours, which is more than what the plugin adds: a bundler puts modules of others into the same file.
 */
export async function measureWeight(bench: AdminBench) {
  const page = await openPage(bench, '/admin/account')
  const scripts = await readScripts(page, `${bench.url}/admin/collections/media`)
  await page.context().close()
  const sizeOf = (texts: string[]): number =>
    Math.round(texts.reduce((sum, text) => sum + gzipSync(text).length, 0) / 102.4) / 10
  const ours = scripts.filter((text) => OURS.test(text))
  return {
    page: 'list of media',
    files: scripts.length,
    scriptKB: sizeOf(scripts),
    filesWithOurs: ours.length,
    scriptWithOursKB: sizeOf(ours),
    eachKB: ours.map((text) => sizeOf([text])),
  }
}

/** Once the header has its list, everything it asks for is there. */
async function readScripts(page: Page, url: string): Promise<string[]> {
  const texts: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') texts.push(response.text())
  })
  const listed = page.waitForResponse((answer) => answer.url().includes('/workflows/executions?'))
  await page.goto(url, { waitUntil: 'load' })
  await listed
  return Promise.all(texts)
}
