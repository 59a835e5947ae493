import type { Page } from 'playwright-core'

import type { AdminBench } from './types.js'

import { copy, flow } from '../../tests/support/workflow.js'
import { spread } from '../engine/figures.js'
import { openPage } from './types.js'

const TEMPLATES = 200
const ROUNDS = 10
/** Not the grey ones that hold the place. */
const CARD = '.workflows-card:not(.workflows-card--loading)'

/** From asking for the page to seeing its content, ms: the gallery with 200 templates, a finished monitor. */
export async function measureFirstPaint(bench: AdminBench) {
  const { site } = bench
  const graph = flow([copy('first'), copy('second'), copy('third')], 'first>second', 'second>third')
  for (let index = 0; index < TEMPLATES; index++) {
    await site.template(graph, { name: `Template ${index}`, description: 'One of very many.' })
  }
  const { id } = await site.run(graph)
  await site.until(id, 'completed')
  const gallery = '/admin/collections/workflow-templates?limit=200'
  const monitor = `/admin/collections/workflow-executions/${id}`
  return {
    galleryMs: await rounds(bench, gallery, CARD),
    monitorMs: await rounds(bench, monitor, '.workflows-monitor'),
  }
}

async function rounds(bench: AdminBench, path: string, content: string) {
  const page = await openPage(bench, path)
  await page.locator(content).first().waitFor()
  const taken: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto('about:blank')
    taken.push(await timeToContent(page, `${bench.url}${path}`, content))
  }
  await page.context().close()
  return spread(taken)
}

/** The content is painted in the frame after it is there. */
async function timeToContent(page: Page, url: string, content: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator(content).first().waitFor()
  return page.evaluate(
    () => new Promise<number>((done) => requestAnimationFrame(() => done(performance.now()))),
  )
}
