import path from 'node:path'

import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { repository } from '../../scripts/repository.js'
import { seedTemplates } from '../../src/seed/seedTemplates.js'
import { loginAs, openBrowser, type TestBrowser } from '../support/browser.js'
import { startTestSite, type TestSite } from '../support/web.js'
import { flow, INPUTS, node, startWorkflowSite, type WorkflowSite } from '../support/workflow.js'
import { seriousFindings } from './support/seriousFindings.js'
import { shoot } from './support/shoot.js'

const PANEL = '.workflows-panel'
const FOLDER = 'builder-panel'

let site: WorkflowSite
let web: TestSite
let browser: TestBrowser
let page: Page

beforeAll(async () => {
  site = await startWorkflowSite({ name: 'e2e_builder_panel' })
  web = await startTestSite({
    databaseUri: site.databaseUri,
    dataDir: path.join(repository, 'tests', 'artefacts', 'builder-panel-data'),
  })
  browser = await openBrowser()
}, 900_000)

afterAll(async () => {
  await browser?.close()
  await web?.stop()
  await site?.stop()
})

const at = (id: string, type: string, x: number, config = {}) => ({
  ...node(id, type, config),
  label: { ad: 'Ad copy', gate: 'Strong enough?', look: 'Second look' }[id] ?? id,
  position: { x, y: 100 },
})
const drawing = () =>
  flow(
    [
      at('ad', 'generate_copy', 0, { promptTemplate: 'Write about {{ topic }} now', quantity: 2 }),
      at('gate', 'conditional', 320, {
        rules: [
          { field: 'nodes.ad.output.word_count', operator: 'greater_than', value: 7 },
          { field: 'params.topic', operator: 'contains', value: 'bike' },
        ],
      }),
      at('look', 'review', 640, { reviewType: 'approval', instructions: '' }),
    ],
    'ad>gate',
    'gate.true>look',
  )

const card = (id: string): Locator => page.locator(`.react-flow__node[data-id="${id}"]`)
const openNode = async (id: string): Promise<void> => {
  await card(id).click({ position: { x: 60, y: 20 } })
  await page.locator('.workflows-panel__name').waitFor()
}
const prompt = (): Locator => page.getByRole('textbox', { name: /^Prompt/ })
/** By keyboard; the editor comes in the place of the text. */
const write = async (): Promise<void> => {
  await prompt().first().focus()
  await page.locator('.cm-content:focus').waitFor()
}
const chips = (): Promise<string[]> => prompt().locator('.workflows-variable').allTextContents()
const errors = (): Promise<string[]> =>
  page.locator(`${PANEL} .workflows-field__error`).allTextContents()

let template: string

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await loginAs({ page, url: web.url, email: 'editor@example.com' })
  template = String(await site.template(drawing()))
  await page.goto(`${web.url}/admin/collections/workflow-templates/${template}`)
  await card('ad').waitFor()
  await page.locator('.workflows-zoom').waitFor()
  return () => page.context().close()
})

/** Two dozen pictures. */
const SLOW = { timeout: 180_000 }

describe('a prompt', () => {
  it('should keep what is typed before its editor has come, and where the cursor was', async () => {
    let release = (): void => {}
    const goAhead = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/_next/static/chunks/**', async (route) => {
      const response = await route.fetch()
      if ((await response.text()).includes('cm-tooltip-autocomplete')) await goAhead
      await route.fulfill({ response })
    })
    await page.reload()
    await openNode('ad')
    await prompt().first().focus()
    await page.locator('textarea:focus').waitFor()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(', and lots more')
    for (const _letter of 'lots more') await page.keyboard.press('ArrowLeft')
    expect(await page.locator('.cm-content').count()).toBe(0)
    release()
    await page.locator('.cm-content:focus').waitFor()
    await page.keyboard.type('so ')
    await expect.poll(() => prompt().textContent()).toMatch(/ now, and so lots more$/)
    await expect.poll(chips).toEqual(['topic'])
  })

  it('should show variables as chips that the keyboard jumps over, opens and deletes', async () => {
    await openNode('ad')
    await expect.poll(chips).toEqual(['topic'])
    await write()
    await page.keyboard.press('Control+Home')
    for (const _letter of 'Write about ') await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('F2')
    await expect.poll(() => prompt().textContent()).toContain('{{ topic }}')
    await page.keyboard.type('| upcase ')
    await page.keyboard.press('Escape')
    await page.keyboard.press('End')
    await expect.poll(chips).toEqual(['topic | upcase'])
    await page.keyboard.press('Control+Home')
    for (const _letter of 'Write about ') await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Delete')
    await expect.poll(chips).toEqual([])
  })

  it('should offer variables below the line, and Escape should close the list and no more', async () => {
    await openNode('ad')
    await write()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' {{')
    const list = page.locator('.cm-tooltip-autocomplete')
    await list.waitFor()
    const cursor = await page.locator(`${PANEL} .cm-cursor`).first().boundingBox()
    const line = (cursor?.y ?? NaN) + (cursor?.height ?? NaN)
    // The editor puts it in its place in the next frame.
    await expect.poll(async () => (await list.boundingBox())?.y).toBeGreaterThanOrEqual(line - 1)
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
    expect(await prompt().isVisible()).toBe(true)
    await page.keyboard.type('ind')
    await list.waitFor()
    await expect.poll(() => list.locator('li').count()).toBe(1)
    await page.keyboard.press('Enter')
    await expect.poll(chips).toEqual(['topic', 'index'])
  })

  it('should mark what nobody knows, say so beside it, and be shown filled in', async () => {
    await openNode('ad')
    await write()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText(' {{ nobody }}')
    await expect
      .poll(() => page.locator('.workflows-variable--wrong').allTextContents())
      .toEqual(['nobody'])
    const [first] = ((await prompt().getAttribute('aria-describedby')) ?? '').split(' ')
    expect(await page.locator(`[id="${first}"]`).textContent()).toContain('“nobody”')
    await page.keyboard.press('Backspace')
    await expect.poll(errors).toEqual([])
    await page.getByRole('button', { name: 'Preview', exact: true }).first().click()
    await expect
      .poll(() => page.locator('.workflows-prompt__preview').textContent())
      .toMatch(/Write about .+ now/)
  })
})

describe('settings', () => {
  it('should say what is wrong at the field, and not publish by Enter', async () => {
    const saves: string[] = []
    page.on('request', (request) => {
      const isSave = request.method() === 'PATCH' && request.url().includes('workflow-templates')
      if (isSave) saves.push(request.url())
    })
    await openNode('ad')
    const quantity = page.getByRole('textbox', { name: 'Quantity' })
    await quantity.fill('500')
    await quantity.press('Enter')
    await expect.poll(async () => (await errors()).join()).toContain('from 1 to 100')
    expect(await quantity.getAttribute('aria-invalid')).toBe('true')
    await page.locator('.workflows-panel__name').fill('Adverts')
    await page.locator('.workflows-panel__name').press('Enter')
    await quantity.fill('3')
    await expect.poll(errors).toEqual([])
    expect(saves).toEqual([])
  })

  it('should show values of a wrong kind in a draft and let them be mended', async () => {
    const graph = drawing()
    const broken = { reviewType: 'magic', instructions: { a: 1 }, reviewers: 'nobody', foo: 1 }
    for (const one of graph.nodes) if (one.id === 'look') one.config = broken
    await site.payload.update({
      collection: 'workflow-templates',
      id: template,
      draft: true,
      data: { graph, _status: 'draft' } as never,
    })
    await page.reload()
    await card('ad').waitFor()
    await openNode('look')
    for (const name of ['Instructions', 'Reviewers', 'foo']) {
      await page.getByRole('button', { name: `Clear ${name}` }).click()
    }
    await page.getByRole('combobox', { name: 'Kind of review' }).selectOption('edit')
    await expect.poll(errors).toEqual([])
  })

  it('should have rules that fit their field, and move by keyboard', async () => {
    await openNode('gate')
    const field = page.getByRole('combobox', { name: 'Rule 2: what is compared' })
    await field.fill('count')
    await page.keyboard.press('Enter')
    const operator = page.getByRole('combobox', { name: 'Rule 2: how' })
    expect(await operator.locator('option').allTextContents()).toContain('is more than')
    await page.getByRole('button', { name: /^Move rule 2/ }).focus()
    await page.keyboard.press('ArrowUp')
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Rule 2: with what' }).inputValue())
      .toBe('7')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toMatch(/^Move rule 1/)
  })
})

describe('names', () => {
  it('should take every reference with them', async () => {
    await page.getByRole('button', { name: /^Topic/ }).click()
    const name = page.getByRole('textbox', { name: 'Name in prompts' })
    await name.fill('theme')
    await name.press('Enter')
    await openNode('ad')
    await expect.poll(chips).toEqual(['theme'])
    await page.getByRole('tab', { name: 'Output' }).click()
    const id = page.getByRole('textbox', { name: 'Id', exact: true })
    await id.fill('adverts')
    await id.press('Enter')
    const answer = page.waitForResponse((one) => one.request().method() === 'PATCH')
    await page.keyboard.press('Control+s')
    await answer
    const saved = await site.payload.findByID({
      collection: 'workflow-templates',
      id: template,
      draft: true,
      depth: 0,
    })
    const text = JSON.stringify(saved)
    expect(text).toContain('nodes.adverts.output.word_count')
    expect(text).toContain('params.theme')
    expect(text).toContain('{{ theme }}')
  })
})

describe('a problem', () => {
  it('should be led to in whatever face of the panel it is', async () => {
    const graph = drawing()
    for (const one of graph.nodes) if (one.id === 'ad') one.config = { promptTemplate: '{{ who }}' }
    await site.payload.update({
      collection: 'workflow-templates',
      id: template,
      draft: true,
      data: {
        graph,
        inputs: [...INPUTS, { ...INPUTS[0], name: '2nd' }],
        _status: 'draft',
      } as never,
    })
    await page.reload()
    await card('ad').waitFor()
    const jump = async (where: string, words: RegExp) => {
      await page.locator('.workflows-problems__pill').click()
      const line = page.locator('.workflows-problems__item', { hasText: where })
      await line.filter({ hasText: words }).first().click()
    }
    await openNode('ad')
    await page.getByRole('tab', { name: 'Output' }).click()
    await jump('Ad copy', /who/)
    await expect.poll(() => page.locator('.cm-content:focus').textContent()).toContain('who')
    await jump('Workflow', /2nd/)
    const name = page.getByRole('textbox', { name: 'Name in prompts' })
    await expect.poll(() => name.inputValue()).toBe('2nd')
    await expect
      .poll(() => name.evaluate((element) => element === document.activeElement))
      .toBe(true)
  })
})

describe('everybody', () => {
  it('should find nothing serious in any face of the panel, light or dark', SLOW, async () => {
    await shoot(page, FOLDER, 'inputs')
    expect(await seriousFindings(page, PANEL)).toEqual([])
    for (const id of ['ad', 'gate', 'look']) {
      await openNode(id)
      await shoot(page, FOLDER, id)
      expect([id, await seriousFindings(page, PANEL)]).toEqual([id, []])
    }
  })

  it('should see all and change nothing of a system template', async () => {
    await seedTemplates({ payload: site.payload })
    const { docs } = await site.payload.find({
      collection: 'workflow-templates',
      where: { isSystem: { equals: true } },
      sort: 'systemKey',
      limit: 1,
    })
    await page.goto(`${web.url}/admin/collections/workflow-templates/${docs[0]?.id}`)
    await page.locator('.react-flow__node').first().click()
    await write()
    const before = await prompt().first().textContent()
    await page.keyboard.type('x')
    expect(await prompt().first().textContent()).toBe(before)
    const open = ':is(input, textarea):not([readonly], [disabled]), select:not([disabled])'
    expect(await page.locator(`${PANEL} :is(${open})`).count()).toBe(0)
    expect(await page.locator(PANEL).getByRole('button', { name: /Clone/ }).isVisible()).toBe(true)
  })
})
