import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

import type { WorkflowPages } from './workflowPages.js'

import { copy } from '../../support/workflow.js'

export const GALLERY = '/collections/workflow-templates'

/** A step that writes copy, at a place of its own and named by its id. */
export const placed = (id: string, x: number) => ({
  ...copy(id),
  label: id,
  position: { x, y: 0 },
})

/** Looks until it is so; a page may be busy for a while. */
export const eventually = <Value>(read: () => Promise<Value> | Value) =>
  expect.poll(read, { timeout: 30_000 })

interface Patched {
  graph: { nodes: { id: string; label: string }[]; edges: object[] }
}

/** What the next save sends of the workflow. */
export const savedPatch = async (page: Page): Promise<Patched> => {
  const request = await page.waitForRequest((sent) => sent.method() === 'PATCH')
  const body = request.postDataBuffer()?.toString('utf8') ?? ''
  const [, json] = /name="_payload"\r\n\r\n([\s\S]*?)\r\n--/.exec(body) ?? []
  if (json === undefined) throw new Error(`No form was sent: ${body.slice(0, 200)}`)
  return JSON.parse(json) as Patched
}

/** What people do at an open builder. */
export const atBuilder = (page: Page) => {
  const cards = (): Locator => page.locator('.react-flow__node-step')
  const label = (id: string): Locator =>
    page.locator(`.react-flow__node[data-id="${id}"] .workflows-node__label`)
  return {
    page,
    cards,
    label,
    idOf: () => page.url().split('/').at(-1) ?? '',
    rename: async (id: string, name: string): Promise<void> => {
      await label(id).click()
      await page.keyboard.press('F2')
      await page.keyboard.type(name)
      await page.keyboard.press('Enter')
      await label(id).filter({ hasText: name }).waitFor()
    },
    save: () => page.keyboard.press('Control+s'),
    saved: () => page.getByText(/^Saved /).waitFor(),
    /** How many copies of unsaved work lie in this browser. */
    kept: (): Promise<number> =>
      page.evaluate(
        () =>
          Object.keys(localStorage).filter((key) => key.startsWith('payload-workflows:unsaved:'))
            .length,
      ),
    /** Reloads, whatever the browser asks. */
    reload: async (): Promise<void> => {
      page.once('dialog', (dialog) => void dialog.accept())
      await page.reload()
      await page.locator('.workflows-zoom').waitFor()
      await page.locator('.workflows-toolbar:not([inert])').waitFor()
    },
  }
}

/** The builder of a template (or `create`), once it is there. */
export const openBuilder = async (pages: WorkflowPages, id: string, email?: string) => {
  const page = await pages.open(`${GALLERY}/${id}`, email)
  page.setDefaultTimeout(45_000)
  await page.locator('.workflows-zoom').waitFor()
  // It takes Ctrl+S, and comes apart from the canvas.
  await page.locator('.workflows-toolbar:not([inert])').waitFor()
  return atBuilder(page)
}
