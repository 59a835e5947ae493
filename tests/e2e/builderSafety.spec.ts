import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { WorkflowPages } from './support/workflowPages.js'

import { copy, EXECUTIONS, flow } from '../support/workflow.js'
import { loginAs } from '../support/browser.js'
import {
  atBuilder,
  eventually,
  GALLERY,
  openBuilder,
  placed,
  savedPatch,
} from './support/builderPage.js'
import { startWorkflowPages } from './support/workflowPages.js'

/** Work in the builder is never lost without a choice, and what is wrong is never launchable. */
let pages: WorkflowPages
let opened: Page[] = []

beforeAll(async () => {
  pages = await startWorkflowPages({ name: 'e2e_builder_safety', slots: 0 })
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

describe('what is saved', { timeout: 180_000 }, () => {
  it('should show a new workflow again after a reload, and undo what was done before its first save', async () => {
    const { page, cards, save, saved, reload, idOf } = await at('create')
    await page.getByRole('button', { name: /From a first step/ }).click()
    await eventually(() => cards().count()).toBe(1)
    await save()
    await page.waitForURL(/workflow-templates\/[0-9a-f-]{36}/)
    await saved()
    expect((await stored(idOf())).graph.nodes).toHaveLength(1)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await eventually(() => cards().count()).toBe(0)
    await page.getByRole('button', { name: 'Redo', exact: true }).click()
    await eventually(() => cards().count()).toBe(1)
    const place = await cards().first().getAttribute('style')
    await save()
    await saved()
    await reload()
    await eventually(() => cards().count()).toBe(1)
    expect(await cards().first().getAttribute('style')).toBe(place)
  })

  it('should tell the form of a change in less than 5 KB, and save 500 nodes whole', async () => {
    const nodes = Array.from({ length: 500 }, (_, index) => ({
      ...copy(`n${index}`, { promptTemplate: 'Write a long text about it. '.repeat(12) }),
      position: { x: (index % 25) * 320, y: Math.floor(index / 25) * 140 },
    }))
    const edges = nodes.slice(25).map((_, index) => `n${index}>n${index + 25}`)
    const { id, page, cards, save, saved } = await open(flow(nodes, ...edges))
    await cards().first().waitFor()
    const told: number[] = []
    page.on('request', (request) => {
      if (!request.headers()['next-action']) return
      told.push(request.postDataBuffer()?.length ?? 0)
    })
    // So far out that cards have no names.
    await page.locator('.workflows-canvas').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Delete')
    await page.getByText('Unsaved changes').waitFor()
    await eventually(() => told.length).toBeGreaterThan(0)
    expect(Math.max(...told)).toBeLessThan(5 * 1024)
    const patch = savedPatch(page)
    await save()
    const { graph } = await patch
    await saved()
    expect(graph.nodes).toHaveLength(499)
    expect((await stored(id)).graph.nodes).toHaveLength(499)
  })

  it('should save once more when it is asked to while a save runs', async () => {
    const { id, page, rename, save, saved } = await open()
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route('**/api/workflow-templates/**', async (route) => {
      if (route.request().method() === 'PATCH') await held
      await route.continue()
    })
    await rename('posts', 'First')
    await save()
    await page.getByText('Saving …').waitFor()
    await rename('posts', 'Second')
    await save()
    letGo()
    await eventually(() => storedLabel(id)).toBe('Second')
    await saved()
  })
})

describe('work that is not saved', { timeout: 180_000 }, () => {
  it('should be offered after a reload: restored by one choice, gone by the other', async () => {
    const { id, page, rename, label, kept, reload, save, saved } = await open()
    await rename('posts', 'Kept')
    await eventually(kept).toBe(1)
    await reload()
    await page.getByText(/There are changes from/).waitFor()
    expect(await label('posts').textContent()).toBe('posts')
    await page.getByRole('button', { name: 'Restore' }).click()
    await eventually(() => label('posts').textContent()).toBe('Kept')
    await save()
    await saved()
    expect(await storedLabel(id)).toBe('Kept')
    await eventually(kept).toBe(0)

    await rename('posts', 'Not wanted')
    await eventually(kept).toBe(1)
    await reload()
    await page.getByRole('button', { name: 'Discard' }).click()
    await page.getByText(/There are changes from/).waitFor({ state: 'detached' })
    expect(await kept()).toBe(0)
    expect(await label('posts').textContent()).toBe('Kept')
  })

  it('should be offered by choices that stay where they are as time goes by', async () => {
    const { page, rename, kept, reload } = await open()
    await rename('posts', 'Kept')
    await eventually(kept).toBe(1)
    await reload()
    const discard = page.getByRole('button', { name: 'Discard' })
    const before = await discard.boundingBox()
    await page.clock.setSystemTime(Date.now() + 20_000)
    // Draws the page anew.
    await rename('posts', 'Other')
    expect(await discard.boundingBox()).toEqual(before)
  })

  it('should be asked about at the browser’s Back, kept by staying and offered after leaving', async () => {
    const id = await pages.site.template(twoSteps(), { name: 'Way back' })
    const page = await pages.open(GALLERY)
    opened.push(page)
    // In the card's menu; a step inside the app, so that Back is one too.
    const openFromGallery = () =>
      page.locator(`a[href$="/workflow-templates/${id}"]`).first().dispatchEvent('click')
    await openFromGallery()
    const { rename, label, kept } = atBuilder(page)
    await rename('posts', 'Stays')
    await eventually(kept).toBe(1)
    const question = page.getByRole('dialog', { name: 'Leave without saving?' })
    const goBack = () => page.evaluate(() => window.history.back())
    await goBack()
    await question.getByRole('button', { name: 'Stay here' }).click()
    await question.waitFor({ state: 'detached' })
    expect(page.url()).toContain(id)
    expect(await label('posts').textContent()).toBe('Stays')
    await goBack()
    await question.getByRole('button', { name: 'Leave', exact: true }).click()
    await page.waitForURL((url) => url.pathname.endsWith('/workflow-templates'))
    await openFromGallery()
    await page.getByRole('button', { name: 'Restore' }).click()
    await eventually(() => label('posts').textContent()).toBe('Stays')
  })

  it('should be asked about by a link and by the way to log out', async () => {
    const { id, page, rename, label } = await open()
    await rename('posts', 'Asked about')
    for (const link of ['.app-header a[href$="/admin"]', '.nav a[href$="/logout"]']) {
      // The navigation is closed, as it is for who never opened it: the press is what counts.
      await page.locator(link).first().dispatchEvent('click')
      await page.getByText('Leave without saving', { exact: true }).waitFor()
      await page.getByRole('button', { name: 'Stay on this page' }).click()
      await page.getByText('Leave without saving', { exact: true }).waitFor({ state: 'hidden' })
    }
    expect(page.url()).toContain(id)
    expect(await label('posts').textContent()).toBe('Asked about')
  })

  it('should stay when the connection is lost, and be saved when it is back', async () => {
    const { id, page, rename, label, save, reload } = await open()
    // Each save waits for these, and Payload never asks again when the first answer was none.
    const known = page.waitForResponse((answer) =>
      answer.url().includes(`/payload-preferences/collection-workflow-templates-${id}`),
    )
    await reload()
    await (await known).finished()
    const asked = page.waitForEvent(
      'requestfailed',
      (sent) => sent.headers()['next-action'] !== undefined,
    )
    await page.context().setOffline(true)
    await rename('posts', 'Offline')
    await save()
    await page.getByText(/the site cannot be reached\. Your work is kept/).waitFor()
    const state = () => page.locator('.workflows-toolbar__saved').textContent()
    await eventually(state).toMatch(/^Could not save: there is no connection/)
    expect(await label('posts').textContent()).toBe('Offline')
    // What the form asks of its own at a change was asked in vain as well.
    await asked
    await page.context().setOffline(false)
    await save()
    // By its words, so that a failure tells what it says instead.
    await eventually(state).toMatch(/^Saved /)
    expect(await storedLabel(id)).toBe('Offline')
    await page.getByText(/the site cannot be reached/).waitFor({ state: 'detached' })
  })

  it('should stay when the login has expired, and be saved after logging in again', async () => {
    const { id, page, rename, label, save, saved } = await open()
    await rename('posts', 'Logged out')
    await page.context().clearCookies()
    await save()
    await page.getByText(/you are not logged in any more\. Your work is kept/).waitFor()
    const link = page.getByRole('link', { name: 'Log in', exact: true })
    expect(await link.getAttribute('target')).toBe('_blank')
    expect(await label('posts').textContent()).toBe('Logged out')
    // As from the other tab: both have the same cookies.
    await loginAs({ page, url: new URL(page.url()).origin, email: 'editor@example.com' })
    await save()
    await saved()
    expect(await storedLabel(id)).toBe('Logged out')
  })

  it('should be one of two choices when another tab has saved', async () => {
    const { id, page, rename, label, kept } = await open()
    const told = page.waitForResponse(
      (answer) => answer.request().headers()['next-action'] !== undefined,
    )
    const other = await page.context().newPage()
    await other.goto(page.url())
    const second = atBuilder(other)
    await second.label('posts').waitFor()
    await rename('posts', 'Mine')
    await eventually(kept).toBe(1)
    // Later, Payload would ask in words of its own.
    await told
    await second.rename('posts', 'Theirs')
    await second.save()
    await second.saved()
    await page.bringToFront()
    await page.getByText(/was saved in another tab/).waitFor()
    expect(await label('posts').textContent()).toBe('Mine')
    await page.getByRole('button', { name: 'Show what was saved' }).click()
    await eventually(() => label('posts').textContent()).toBe('Theirs')
    await page.getByRole('button', { name: 'Restore' }).click()
    await eventually(() => label('posts').textContent()).toBe('Mine')
    expect(await storedLabel(id)).toBe('Theirs')
  })
})

describe('an invalid workflow', { timeout: 180_000 }, () => {
  it('should be kept as a draft, and not become launchable by any way there is', async () => {
    const { id, page, cards, label, save, saved } = await open()
    const { call, post } = pages.site
    const own = `/workflow-templates/${id}`
    const broken = { nodes: [{ ...placed('posts', 0), config: {} }], edges: [] }
    const draft = { json: { graph: broken, _status: 'draft' }, method: 'PATCH' }
    expect((await call('editor', `${own}?draft=true`, draft)).status).toBe(200)
    await page.reload()
    await eventually(() => cards().count()).toBe(1)
    await page.getByRole('button', { name: '1 problem' }).waitFor()
    await label('posts').click()
    await page.keyboard.press('Control+d')
    await eventually(() => cards().count()).toBe(2)
    await page.getByRole('button', { name: /^\d problems/ }).waitFor()
    await save()
    await saved()
    expect((await stored(id)).graph.nodes).toHaveLength(2)

    await page.getByRole('button', { name: 'Launch', exact: true }).click()
    await page.getByRole('dialog', { name: /keep it from being published/ }).waitFor()
    const publish = { json: { _status: 'published' }, method: 'PATCH' }
    expect((await call('editor', own, publish)).status).toBe(422)
    const versions = await pages.site.payload.findVersions({
      collection: 'workflow-templates',
      where: { parent: { equals: id }, 'version._status': { equals: 'draft' } },
    })
    expect(versions.docs.length).toBeGreaterThan(0)
    // Payload restores a draft as what it is: the template is a draft then, and no draft is launched.
    for (const { id: version } of versions.docs) {
      await post('editor', `/workflow-templates/versions/${version}`)
      const live = await pages.site.payload.findByID({ collection: 'workflow-templates', id })
      expect((live as unknown as { _status: string })._status).toBe('draft')
      const answer = await post('editor', `${EXECUTIONS}/launch`, { template: id, params: {} })
      expect([answer.status, answer.body.errors[0].data.code]).toEqual([
        422,
        'template_not_published',
      ])
    }
  })

  it('should not be launched when it was never published', async () => {
    const made = await pages.site.call<{ doc: { id: string } }>(
      'editor',
      '/workflow-templates?draft=true',
      {
        json: {
          name: 'Never published',
          category: 'Custom',
          graph: flow([{ ...placed('posts', 0), config: {} }]),
          _status: 'draft',
        },
      },
    )
    const answer = await pages.site.post('editor', `${EXECUTIONS}/launch`, {
      template: made.body.doc.id,
      params: {},
    })
    expect([answer.status, answer.body.errors[0].data.code]).toEqual([
      422,
      'template_not_published',
    ])
  })
})
