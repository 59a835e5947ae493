import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { copy, flow, review } from '../support/workflow.js'
import { GALLERY } from './support/builderPage.js'
import { findMisfits } from './support/misfits.js'
import { shootHere } from './support/shoot.js'
import { startWorkflowPages, type WorkflowPages } from './support/workflowPages.js'

/** Words are a third longer in German, and nobody looks at them in all sizes. */
let pages: WorkflowPages
let template: string
let waiting: string
let finished: string
let document: number | string | undefined
beforeAll(async () => {
  pages = await startWorkflowPages({ name: 'e2e_languages' })
  const { site } = pages
  finished = (await site.run(flow([copy('posts')]))).id
  await site.until(finished, 'completed')
  document = (await site.read(finished)).outputs.documents[0]?.id
  template = await site.template(
    flow(
      [
        { ...copy('posts', { quantity: 2 }), position: { x: 0, y: 0 } },
        { ...review('look', { reviewType: 'approval' }), position: { x: 320, y: 0 } },
      ],
      'posts>look',
    ),
    { name: 'Release notes' },
  )
  waiting = (await site.launch(template)).id
  await site.until(waiting, 'paused')
}, 900_000)
afterAll(() => pages?.stop())

const DESKTOP = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }

describe.each([
  ['de-DE', 'Eigene'],
  ['pt-PT', 'Próprios'],
])('the admin in %s', { timeout: 300_000 }, (locale, custom) => {
  const open = (at: string, viewport = DESKTOP) =>
    pages.open(at, 'editor@example.com', { locale, viewport })
  const look = async (page: Page, name: string): Promise<void> => {
    await expect.poll(() => findMisfits(page), { message: name, timeout: 30_000 }).toEqual([])
    await shootHere(page, `language-${locale}`, name)
  }

  it('should have room for its words in the gallery and the form of a launch', async () => {
    const page = await open(GALLERY)
    const card = page
      .locator('.workflows-gallery:not([inert]) .workflows-card:not(.workflows-card--loading)')
      .first()
    await card.waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2))
    await look(page, 'gallery')
    await page.getByRole('button', { name: new RegExp(`^${custom} \\d`) }).waitFor()
    const own = page.getByRole('listitem', { name: 'Release notes' })
    await own.getByText(custom, { exact: true }).waitFor()
    await card.hover()
    await card.getByRole('button', { name: /verwenden$|^Usar o modelo/ }).click()
    await page.locator('.workflows-launch__body input').first().waitFor()
    await look(page, 'launch')
    await page.context().close()
  })

  it('should have room for its words in the builder and its panels', async () => {
    const page = await open(`${GALLERY}/${template}`)
    await page.locator('.workflows-zoom').waitFor()
    await look(page, 'builder')
    await page.locator('.react-flow__node[data-id="posts"]').click()
    await look(page, 'builder-step')
    await page.context().close()
  })

  it.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])('should have room for its words in monitor and reviews on %s', async (name, size) => {
    const page = await open(pages.monitorOf(finished), size)
    // On a phone the server's drawing is that for a desktop.
    const alive = page.locator('.workflows-monitor:not([inert])')
    await alive.locator('.workflows-outputs, .react-flow__node').first().waitFor()
    await look(page, `monitor on ${name}`)
    await page.goto(page.url().replace(finished, waiting))
    await alive.locator('.workflows-review').waitFor()
    await look(page, `review on ${name}`)
    await page.context().close()
    const list = await open('/workflows/reviews', size)
    await list.locator('.workflows-reviews__row').first().waitFor()
    await look(list, `reviews on ${name}`)
    await list.context().close()
  })

  it('should have room for its words beside a document, and in the lists that Payload draws', async () => {
    const page = await open(`/collections/documents/${document}`)
    await page.locator('.workflows-attach-button').waitFor()
    await look(page, 'document')
    await page.goto(`${page.url().split('/documents/')[0]}/workflow-executions`)
    await page.locator('.collection-list table').waitFor()
    await look(page, 'executions')
    await page.context().close()
  })
})
