import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { repository } from '../../scripts/repository.js'
import { loginAs, openBrowser, type TestBrowser } from '../support/browser.js'
import { startTestSite, type TestSite } from '../support/web.js'
import { copy, flow, INPUTS, startWorkflowSite, type WorkflowSite } from '../support/workflow.js'

const FILES = path.join(repository, 'tests', 'artefacts', 'builderToolbar')
const ROOT = '/admin/collections/workflow-templates'

let site: WorkflowSite
let web: TestSite
let browser: TestBrowser
const opened: Page[] = []

beforeAll(async () => {
  mkdirSync(FILES, { recursive: true })
  site = await startWorkflowSite({ name: 'e2e_toolbar' })
  web = await startTestSite({
    databaseUri: site.databaseUri,
    dataDir: path.join(FILES, 'data'),
  })
  browser = await openBrowser()
}, 900_000)

afterAll(async () => {
  await browser?.close()
  await web?.stop()
  await site?.stop()
})
afterEach(async () => {
  for (const page of opened.splice(0)) await page.context().close()
})

const twoSteps = () => flow([place('posts', 0), place('more', 320)], 'posts>more')
const place = (id: string, x: number) => ({ ...copy(id), label: id, position: { x, y: 0 } })

const open = async (at: string, email = 'editor@example.com'): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  opened.push(page)
  await loginAs({ page, url: web.url, email })
  await page.goto(`${web.url}${ROOT}/${at}`)
  await page.locator('.workflows-toolbar:not([inert])').waitFor()
  return page
}
const openTemplate = async (graph = twoSteps()) => {
  const id = await site.template(graph, { inputs: INPUTS, defaultParams: { topic: 'tea' } })
  const page = await open(id)
  await page.locator('.react-flow__node').first().waitFor()
  return { id, page }
}
const menu = async (page: Page, name: string) => {
  await page.getByRole('button', { name: 'More for this workflow' }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}
const stored = async (id: string) =>
  (await site.payload.findByID({
    collection: 'workflow-templates',
    id,
    draft: true,
  })) as unknown as {
    name: string
    _status: string
    graph: { nodes: { id: string }[] }
  }

describe('the toolbar', () => {
  it('should edit the name in place, save with the keyboard, and never publish by Enter', async () => {
    const { id, page } = await openTemplate()
    const name = page.getByRole('textbox', { name: 'Name of the workflow' })
    await name.fill('Autumn campaign')
    await name.press('Enter')
    await page.getByText('Unsaved changes').waitFor()
    await page.keyboard.press('Control+s')
    await page.getByText(/^Saved /).waitFor()
    expect(await stored(id)).toMatchObject({ name: 'Autumn campaign', _status: 'draft' })
    expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true)
  })

  it('should refuse to publish what is wrong, say why, and lead there', async () => {
    const graph = twoSteps()
    const { id, page } = await openTemplate()
    const nodes = graph.nodes.map((node) => (node.id === 'more' ? { ...node, config: {} } : node))
    await site.payload.update({
      collection: 'workflow-templates',
      id,
      draft: true,
      data: { graph: { ...graph, nodes }, _status: 'draft' } as never,
    })
    await page.reload()
    await page.getByRole('button', { name: '1 problem' }).waitFor()
    await page.getByRole('button', { name: 'Launch', exact: true }).click()
    const list = page.getByRole('dialog', { name: /keeps it from being published/ })
    await list.getByRole('button').first().click()
    await page.locator('.workflows-panel').getByText('more').first().waitFor()
    expect((await stored(id))._status).toBe('draft')
    expect(await page.locator('.workflows-launch').count()).toBe(0)
  })

  it('should publish and open the launch form when all is well', async () => {
    const { id, page } = await openTemplate()
    await page.getByRole('textbox', { name: 'Name of the workflow' }).fill('Ready to go')
    await page.getByRole('button', { name: 'Launch', exact: true }).click()
    await page.getByRole('heading', { name: 'Launch Ready to go' }).waitFor()
    expect(await stored(id)).toMatchObject({ name: 'Ready to go', _status: 'published' })
  })

  it('should have nothing serious for axe, the menu and the problems open', async () => {
    const { page } = await openTemplate()
    await page.getByRole('button', { name: 'More for this workflow' }).press('ArrowDown')
    await page.getByRole('menu').waitFor()
    await page.evaluate(axe.source)
    const found = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run('.workflows-toolbar'),
    )
    expect(
      found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical'),
    ).toEqual([])
    await page.keyboard.press('Escape')
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(label).toBe('More for this workflow')
  })

  it('should tell a viewer what is missing and leave them what they may do', async () => {
    const id = await site.template(twoSteps())
    const page = await open(id, 'viewer@example.com')
    await page.getByText(/that needs the editor role/).waitFor()
    expect(await page.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: 'More for this workflow' }).click()
    await page.getByRole('menuitem', { name: 'Export' }).waitFor()
    expect(await page.getByRole('menuitem', { name: 'Delete' }).count()).toBe(0)
  })
})

describe('files', () => {
  it('should give back the same flow, as one step of undo, and change nothing for a broken file', async () => {
    const { page } = await openTemplate()
    const downloading = page.waitForEvent('download')
    await menu(page, 'Export')
    const file = path.join(FILES, 'flow.workflow.json')
    await (await downloading).saveAs(file)
    const content = JSON.parse(readFileSync(file, 'utf8')) as { graph: { nodes: object[] } }
    expect(content.graph.nodes).toHaveLength(2)

    const other = await openTemplate(flow([place('alone', 0)]))
    const broken = path.join(FILES, 'broken.json')
    writeFileSync(broken, readFileSync(file, 'utf8').slice(0, 200))
    await menu(other.page, 'Import')
    await other.page.getByLabel('Choose a file').setInputFiles(broken)
    await other.page.getByText(/is no JSON file.*Nothing was changed/).waitFor()
    expect(
      await other.page
        .getByRole('button', { name: 'Put it in place of what is drawn here' })
        .isDisabled(),
    ).toBe(true)
    await other.page.getByLabel('Choose a file').setInputFiles(file)
    await other.page.getByRole('button', { name: 'Put it in place of what is drawn here' }).click()
    const cards = other.page.locator('.react-flow__node')
    await expect.poll(() => cards.count()).toBe(2)
    await other.page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(() => cards.count()).toBe(1)

    // What only the server finds wrong with it is no reason to lose it.
    const third = await openTemplate(flow([place('alone', 0)]))
    const issue = { code: 'invalid_type', message: 'Not like this.', path: 'graph' }
    const data = { code: 'validation_failed', issues: [issue] }
    await third.page.route('**/workflows/templates/import', (route) =>
      route.fulfill({ status: 422, json: { errors: [{ message: 'No.', data }] } }),
    )
    await menu(third.page, 'Import')
    await third.page.getByLabel('Choose a file').setInputFiles(file)
    await third.page.getByRole('button', { name: 'Open it as a new workflow' }).click()
    await third.page.waitForURL((url) => !url.pathname.endsWith(third.id))
    const id = third.page.url().split('/').at(-1) ?? ''
    expect(await stored(id)).toMatchObject({ _status: 'draft', graph: content.graph })
  })
})

describe('sharing', () => {
  it('should copy to where one edits, and say so where one may only look', async () => {
    const { payload, studios } = site
    const { id, page } = await openTemplate()
    const join = (role: string) =>
      payload.update({
        collection: 'workspaces',
        id: studios.rival.workspace,
        data: {
          members: [
            { user: studios.users.rival, role: 'owner' },
            { user: studios.users.editor, role },
          ],
        } as never,
      })
    await join('viewer')
    await menu(page, 'Share')
    await page.getByRole('button', { name: 'Copy there' }).click()
    await page.getByText(/You may look at what is in Rival Studio/).waitFor()
    await join('editor')
    await page.getByRole('button', { name: 'Copy there' }).click()
    await page.waitForURL((url) => !url.pathname.endsWith(id))
    const copied = page.url().split('/').at(-1) ?? ''
    const theirs = await open(copied, 'rival@example.com')
    await expect.poll(() => theirs.locator('.react-flow__node').count()).toBe(2)
    expect((await site.call('rival', `/workflows/templates/${id}`)).status).toBe(404)
  })
})

describe('a test run', () => {
  it('should run on the canvas, be pinned, cost nothing again, and be thrown away', async () => {
    const { id, page } = await openTemplate()
    await page.getByRole('button', { name: 'Test run' }).first().click()
    await page.getByRole('button', { name: 'Start the test' }).click()
    const bar = page.getByRole('region', { name: 'Test run' })
    await bar.getByText('Completed').waitFor()
    await expect.poll(() => page.locator('.workflows-node--completed').count()).toBe(2)

    const card = page.locator('.react-flow__node', { hasText: 'posts' })
    await card.hover()
    await card.getByRole('button', { name: /posts/ }).click()
    await page.getByRole('menuitem', { name: 'Pin its output' }).click()
    await card.getByRole('img', { name: /^Pinned/ }).waitFor()

    await bar.getByRole('button', { name: 'Test again' }).click()
    await page.getByText(/1 step repeats its pinned output/).waitFor()
    await page.getByRole('button', { name: 'Start the test' }).click()
    await bar.getByRole('button', { name: 'Throw away 1 output' }).click()
    await bar.getByText('What it made is thrown away.').waitFor()
    const { docs } = await site.payload.find({
      collection: 'workflow-executions',
      where: { template: { equals: id } },
    })
    expect(docs).toHaveLength(2)
    await page.reload()
    await card.getByRole('img', { name: /^Pinned/ }).waitFor()
  })
})

describe('versions', () => {
  it('should be compared on one canvas and in sentences', async () => {
    const { id, page } = await openTemplate()
    const graph = flow([place('posts', 0), place('new', 320)], 'posts>new')
    await site.payload.update({
      collection: 'workflow-templates',
      id,
      data: { graph, _status: 'published' } as never,
    })
    await page.reload()
    await menu(page, 'Compare versions')
    const before = page.getByRole('combobox', { name: 'Before' })
    await before.selectOption({ index: 2 })
    await page.getByText('1 added, 1 removed, 0 changed').waitFor()
    await page.locator('.workflows-compare__card--added').waitFor()
    await page.locator('.workflows-compare__card--removed').waitFor()
  })
})

describe('an empty canvas', () => {
  it('should start from a first step, and from a template', async () => {
    const page = await open('create')
    await page.getByRole('button', { name: /From a first step/ }).click()
    await expect.poll(() => page.locator('.react-flow__node').count()).toBe(1)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByRole('button', { name: /From a template/ }).click()
    await page.locator('.workflows-start__template').first().click()
    await expect.poll(() => page.locator('.react-flow__node').count()).toBeGreaterThan(0)
  })
})
