import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { WorkflowPages } from './support/workflowPages.js'

import { flow } from '../support/workflow.js'
import { eventually, openBuilder, placed } from './support/builderPage.js'
import { startWorkflowPages } from './support/workflowPages.js'

/** Two people at one workflow, and workflows that nobody may change. */
let pages: WorkflowPages
let opened: Page[] = []

beforeAll(async () => {
  pages = await startWorkflowPages({ name: 'e2e_builder_read_only', slots: 0 })
}, 900_000)
afterAll(() => pages?.stop())

beforeEach(() => {
  opened = []
  return async () => {
    for (const page of opened) await page.context().close()
  }
})

const twoSteps = () => flow([placed('posts', 0), placed('more', 320)], 'posts>more')
const stored = async (id: string) =>
  (await pages.site.payload.findByID({
    collection: 'workflow-templates',
    id,
    draft: true,
  })) as unknown as {
    _status: string
    graph: { nodes: { id: string; label: string }[] }
  }
const storedLabel = async (id: string) => (await stored(id)).graph.nodes[0]?.label

/** A template of two steps in a page of its own. */
const open = async (graph = twoSteps(), email?: string) => {
  const id = await pages.site.template(graph)
  const builder = await openBuilder(pages, id, email)
  opened.push(builder.page)
  return { id, ...builder }
}
const at = async (id: string, email?: string) => {
  const builder = await openBuilder(pages, id, email)
  opened.push(builder.page)
  return builder
}

describe('what one may not change', { timeout: 180_000 }, () => {
  it('should be asked about when somebody else is at it: to look, or to take over', async () => {
    const first = await open()
    await first.rename('posts', 'In work')
    const { payload } = pages.site
    const locks = () =>
      payload.count({
        collection: 'payload-locked-documents',
        where: { 'document.value': { equals: first.id } },
      })
    await eventually(async () => (await locks()).totalDocs).toBe(1)
    const second = await at(first.id, 'demo@example.com')
    await second.page.getByRole('button', { name: 'View read-only' }).click()
    await second.page.locator('.workflows-toolbar__note').waitFor()
    await second.label('posts').click()
    await second.page.keyboard.press('Delete')
    expect(await second.cards().count()).toBe(2)

    await second.page.reload()
    const form = await second.page.locator('form.collection-edit__form').elementHandle()
    await second.page.locator('.document-locked').getByRole('button', { name: 'Take over' }).click()
    // There is something to add with when one may; then Payload makes the page anew, and one works already.
    await second.page.locator('.workflows-palette').waitFor()
    await eventually(async () => {
      await second
        .label('more')
        .click({ timeout: 2_000 })
        .catch(() => undefined)
      await second.page.keyboard.press('Delete')
      return second.cards().count()
    }).toBe(1)
    await second.page.waitForFunction((old) => old?.isConnected === false, form)
    await eventually(() => second.cards().count()).toBe(1)
    // The first is told at the next change, and the work is still in sight.
    await first.rename('more', 'Too late')
    await first.page.locator('.document-take-over').waitFor()
    expect(await first.label('more').textContent()).toBe('Too late')
    await second.rename('posts', 'Taken over')
    await second.save()
    await second.saved()
    expect(await storedLabel(first.id)).toBe('Taken over')
  })

  it('should be cloned instead, when it came with the plugin', async () => {
    const { payload } = pages.site
    const find = () =>
      payload.find({ collection: 'workflow-templates', where: { isSystem: { equals: true } } })
    await eventually(async () => (await find()).totalDocs).toBeGreaterThan(0)
    const id = String((await find()).docs[0]?.id)
    const { page, cards, rename, idOf, save, saved } = await at(id)
    await page.getByText('Comes with the plugin. Clone it to change it.').waitFor()
    const before = await cards().count()
    await cards().first().click()
    await page.keyboard.press('Delete')
    expect(await cards().count()).toBe(before)
    expect(await page.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0)
    const toolbar = page.getByRole('group', { name: 'Workflow' })
    await toolbar.getByRole('button', { name: 'Clone & Customize' }).click()
    await page.waitForURL((url) => !url.pathname.endsWith(id))
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor()
    const own = (await cards().first().getAttribute('data-id')) ?? ''
    await rename(own, 'Customized')
    await save()
    await saved()
    expect((await stored(idOf())).graph.nodes.map(({ label }) => label)).toContain('Customized')
  })
})

describe('the page around the builder', { timeout: 180_000 }, () => {
  it('should stay where it is, whatever in the panel gets the focus', async () => {
    const { page, label } = await open()
    await page.setViewportSize({ width: 1280, height: 700 })
    await label('posts').click()
    const tops = () =>
      page.evaluate(() =>
        ['.app-header', '.workflows-toolbar', '.workflows-builder'].map(
          (part) => document.querySelector(part)?.getBoundingClientRect().top,
        ),
      )
    const before = await tops()
    for (const name of ['Setup', 'Output', 'Notes']) {
      await page.getByRole('tab', { name }).click()
      const fields = page.locator(
        '.workflows-panel :is(button, input, select, textarea, a, [tabindex])',
      )
      await fields.evaluateAll((all) => {
        for (const field of all) if (field instanceof HTMLElement) field.focus()
      })
      expect(await tops()).toEqual(before)
    }
  })
})
