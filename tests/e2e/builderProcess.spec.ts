import path from 'node:path'

import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { repository } from '../../scripts/repository.js'
import { loginAs, openBrowser, type TestBrowser } from '../support/browser.js'
import { startTestSite, type TestSite } from '../support/web.js'
import { copy, flow, startWorkflowSite, type WorkflowSite } from '../support/workflow.js'
import { byKeyboard } from './support/byKeyboard.js'
import { moveFingers, line, type Spot } from './support/fingers.js'
import { shoot } from './support/shoot.js'

/** A blog post as an editor thinks of it: each step, how many, and what its prompt says. */
const STEPS = [
  { label: 'Outline', type: 'Generate copy', prompt: 'Outline a post about the topic.' },
  { label: 'Variations', type: 'Generate copy', prompt: 'Write the post.', quantity: '3' },
  { label: 'Featured image', type: 'Generate images', prompt: 'A calm picture for the post.' },
  { label: 'Check', type: 'Review', prompt: null },
  { label: 'Snippets', type: 'Generate copy', prompt: 'A social snippet.', quantity: '5' },
] as const

const ROOT = '/admin/collections/workflow-templates'
const PATIENCE = { timeout: 240_000 }

let site: WorkflowSite
let web: TestSite
let browser: TestBrowser

beforeAll(async () => {
  site = await startWorkflowSite({ name: 'e2e_process' })
  web = await startTestSite({
    databaseUri: site.databaseUri,
    dataDir: path.join(repository, 'tests', 'artefacts', 'process-data'),
  })
  browser = await openBrowser()
}, 900_000)

afterAll(async () => {
  await browser?.close()
  await web?.stop()
  await site?.stop()
})

const openNew = async (): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(60_000)
  await loginAs({ page, url: web.url, email: 'editor@example.com' })
  await page.goto(`${web.url}${ROOT}/create`)
  await page.getByRole('button', { name: /From a first step/ }).waitFor()
  return page
}
const idOf = (page: Page): string => page.url().split('/').at(-1)?.split('?')[0] ?? ''
const cards = (page: Page): Locator => page.locator('.react-flow__node-step')
const cardOf = (page: Page, label: string): Locator => cards(page).filter({ hasText: label })
/** What every card says and where it stands. */
const picture = async (page: Page): Promise<string[]> => {
  const found = await cards(page).evaluateAll((nodes) =>
    nodes.map((node) => {
      const { left, top } = (node as HTMLElement).style
      return `${node.textContent} at ${left}, ${top}`
    }),
  )
  return found.sort()
}

/** What was drawn is what is stored: five steps in a row, configured, and valid enough to be launched. */
const expectStored = async (id: string, status: 'draft' | 'published'): Promise<void> => {
  const { graph, _status } = (await site.payload.findByID({
    collection: 'workflow-templates',
    id,
    draft: true,
  })) as unknown as {
    _status: string
    graph: {
      nodes: { id: string; label: string; config: Record<string, unknown> }[]
      edges: { source: string; target: string }[]
    }
  }
  expect(_status).toBe(status)
  const named = new Map(graph.nodes.map(({ id: node, label }) => [node, label]))
  const links = graph.edges.map(
    ({ source, target }) => `${named.get(source)} → ${named.get(target)}`,
  )
  expect(links.sort()).toEqual(
    STEPS.slice(1)
      .map(({ label }, index) => `${STEPS[index]?.label} → ${label}`)
      .sort(),
  )
  for (const { label, prompt, ...step } of STEPS) {
    const config = graph.nodes.find((node) => node.label === label)?.config
    if (prompt) expect([label, config?.promptTemplate]).toEqual([label, prompt])
    if ('quantity' in step)
      expect([label, config?.quantity]).toEqual([label, Number(step.quantity)])
  }
}

/** The executions of a template, newest first. */
const executionsOf = async (template: string) => {
  const { docs } = await site.payload.find({
    collection: 'workflow-executions',
    where: { template: { equals: template } },
    sort: '-createdAt',
  })
  return docs as unknown as { id: string; test: boolean }[]
}

describe('a process, drawn from nothing', PATIENCE, () => {
  it('should be drawn, configured, saved, tested and launched by mouse', async () => {
    const page = await openNew()
    await page.getByRole('textbox', { name: 'Name of the workflow' }).fill('Blog by mouse')
    await page.getByRole('button', { name: /From a first step/ }).click()
    for (const [index, { label, type, prompt, ...step }] of STEPS.entries()) {
      if (index > 0) {
        const before = cardOf(page, STEPS[index - 1]?.label ?? '')
        await before.click()
        await page.locator('.workflows-palette').getByRole('button', { name: type }).click()
        await cardOf(page, type).last().waitFor()
      }
      const panel = page.locator('.workflows-panel')
      await panel.getByRole('textbox', { name: 'Name of this node' }).fill(label)
      await panel.getByRole('textbox', { name: 'Name of this node' }).press('Enter')
      if (prompt) {
        await panel.getByRole('textbox', { name: 'Prompt', exact: true }).click()
        await page.locator('.cm-content:focus').waitFor()
        await page.keyboard.type(prompt)
      }
      if ('quantity' in step) await panel.getByLabel('Quantity').first().fill(step.quantity)
    }
    await page.getByRole('button', { name: 'Tidy up' }).first().click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText(/^Saved /).waitFor()
    await page.waitForURL(/[0-9a-f-]{36}/)
    const id = idOf(page)
    await expectStored(id, 'draft')
    await shoot(page, 'builder', 'process')
    const drawn = await picture(page)
    expect(drawn.join()).toMatch(/at \d+px, \d+px/)
    await page.reload()
    await expect.poll(() => picture(page)).toEqual(drawn)

    await page.getByRole('button', { name: 'Test run' }).first().click()
    await page.getByRole('button', { name: 'Start the test' }).click()
    await page.getByRole('region', { name: 'Test run' }).getByText('Waiting').waitFor()
    await shoot(page, 'builder', 'test-run')
    await page.getByRole('link', { name: 'Open the review' }).click()
    await page
      .getByRole('button', { name: /^Approve/ })
      .first()
      .click()
    const [test] = await executionsOf(id)
    expect(test?.test).toBe(true)
    await site.until(test?.id ?? '', 'completed')

    await page.goto(`${web.url}${ROOT}/${id}`)
    await page.getByRole('button', { name: 'Launch', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Launch', exact: true }).click()
    await page.waitForURL(/workflow-executions/)
    await expectStored(id, 'published')
    const launched = await site.until(idOf(page), ({ nodes }) => nodes[3]?.status === 'waiting')
    expect(launched.outputs.documents).toHaveLength(4)
    expect(launched.outputs.media).toHaveLength(1)
    await page.context().close()
  })

  it('should be drawn, configured, saved, tested and launched by keyboard alone', async () => {
    const page = await openNew()
    const keys = byKeyboard(page)
    await keys.tabTo('Name of the workflow')
    await keys.type('Blog by keyboard')
    await keys.tabTo(/From a first step/)
    await keys.press('Enter')
    for (const [index, { label, type, prompt, ...step }] of STEPS.entries()) {
      await keys.tabToNode()
      if (index > 0) {
        await keys.press('/')
        await keys.type(type)
        await keys.press('Enter')
        // First it goes back to the node before.
        await keys.untilOnNode(type)
      }
      await keys.press('F2')
      await keys.press('Control+a')
      await keys.type(label)
      await keys.press('Enter')
      await keys.untilOnNode()
      await keys.press('Enter')
      if (prompt) {
        await keys.tabTo('Prompt')
        await keys.type(prompt)
      }
      if ('quantity' in step) {
        await keys.tabTo('Quantity')
        await keys.press('Control+a')
        await keys.type(step.quantity)
      }
      await keys.backToNode(label)
    }
    await keys.press('Control+s')
    await page.getByText(/^Saved /).waitFor()
    await page.waitForURL(/[0-9a-f-]{36}/)
    const id = idOf(page)
    await expectStored(id, 'draft')

    await keys.tabTo('Test run')
    await keys.press('Enter')
    await page.getByRole('button', { name: 'Start the test' }).waitFor()
    await keys.tabTo('Start the test')
    await keys.press('Enter')
    await page.getByRole('region', { name: 'Test run' }).getByText('Waiting').waitFor()
    await keys.tabTo('Open the review')
    await keys.press('Enter')
    await page
      .getByRole('button', { name: /^Approve/ })
      .first()
      .waitFor()
    await keys.press('a')
    const [test] = await executionsOf(id)
    await site.until(test?.id ?? '', 'completed')

    await page.goto(`${web.url}${ROOT}/${id}`)
    await cards(page).first().waitFor()
    await keys.tabTo('Launch')
    await keys.press('Enter')
    // Until it is there, the dialog has one stop.
    const launch = page.getByRole('dialog').getByRole('button', { name: 'Launch', exact: true })
    await launch.waitFor()
    await keys.tabTo('Launch')
    await keys.press('Enter')
    await page.waitForURL(/workflow-executions/)
    await expectStored(id, 'published')
    await page.context().close()
  })

  it('should get a new node where the pointer is, also while the wheel still turns', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await loginAs({ page, url: web.url, email: 'editor@example.com' })
    await page.goto(`${web.url}${ROOT}/${await site.template(flow([copy('post')]))}`)
    await cards(page).first().waitFor()
    const at = { x: 620, y: 640 }
    await page.mouse.click(at.x, at.y)
    await page.mouse.wheel(120, 180)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, 90)
    await page.keyboard.up('Control')
    await page.keyboard.press('/')
    await page.locator('.workflows-floating').waitFor()
    await page.keyboard.type('review')
    await page.keyboard.press('Enter')
    const added = page.locator('.react-flow__node-step.selected')
    const off = async () => {
      const { x = 0, y = 0, width = 0, height = 0 } = (await added.boundingBox()) ?? {}
      return Math.hypot(x + width / 2 - at.x, y + height / 2 - at.y)
    }
    await expect.poll(off).toBeLessThan(40)
    await page.context().close()
  })

  it('should be looked around in, moved and opened with fingers', async () => {
    const steps = Array.from({ length: 6 }, (_, at) => ({
      ...copy(`step_${at}`),
      position: { x: at * 320, y: 100 },
    }))
    const links = steps.slice(1).map((_, at) => `step_${at}>step_${at + 1}`)
    const template = await site.template(flow(steps, ...links))
    const viewport = { width: 1280, height: 800 }
    const page = await browser.newPage({ viewport, hasTouch: true })
    await loginAs({ page, url: web.url, email: 'editor@example.com' })
    await page.goto(`${web.url}${ROOT}/${template}`)
    await cards(page).first().waitFor()
    const placeOf = async (label: string): Promise<Spot> => {
      const box = await cardOf(page, label).boundingBox()
      if (!box) throw new Error(`${label} is not to be seen.`)
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }
    const percent = async () =>
      Number.parseInt((await page.locator('.workflows-zoom__percent').textContent()) ?? '', 10)
    const canvas = await page.locator('.react-flow__pane').boundingBox()
    if (!canvas) throw new Error('There is no canvas.')
    const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 + 120 }

    // Two fingers apart: larger, and everything that follows the zoom follows.
    const before = await percent()
    const mapFrame = () => page.locator('.workflows-map__frame').boundingBox()
    // Drawn a moment after the cards.
    await page.locator('.workflows-map__frame[style*="width"]').waitFor()
    const wide = (await mapFrame())?.width ?? 0
    const left = line({ ...middle, x: middle.x - 40 }, { ...middle, x: middle.x - 120 })
    const right = line({ ...middle, x: middle.x + 40 }, { ...middle, x: middle.x + 120 })
    await moveFingers(
      page,
      left.map((one, at) => [one, right[at] ?? one]),
    )
    await expect.poll(percent).toBeGreaterThan(before * 2)
    await expect.poll(async () => (await mapFrame())?.width ?? 0).toBeLessThan(wide)

    // One finger beside the cards: the picture goes along.
    await page.getByRole('button', { name: 'Show all of it' }).tap()
    await expect.poll(percent).toBe(before)
    const start = await placeOf('The step_0')
    const moved = line(middle, { x: middle.x + 60, y: middle.y - 80 })
    await moveFingers(
      page,
      moved.map((spot) => [spot]),
    )
    await expect.poll(async () => Math.round((await placeOf('The step_0')).y - start.y)).toBe(-80)

    // A tap opens, a finger on a card takes it along: it is stored where it was put.
    await cardOf(page, 'The step_3').tap()
    const name = page.locator('.workflows-panel__name')
    await expect.poll(() => name.inputValue()).toBe('The step_3')
    const from = await placeOf('The step_5')
    await moveFingers(
      page,
      line(from, { x: from.x, y: from.y + 100 }).map((spot) => [spot]),
    )
    await page.getByRole('button', { name: 'Save', exact: true }).tap()
    await page.getByText(/^Saved /).waitFor()
    const { graph } = (await site.payload.findByID({
      collection: 'workflow-templates',
      id: template,
      draft: true,
    })) as unknown as { graph: { nodes: { id: string; position: Spot }[] } }
    const stored = new Map(graph.nodes.map((step) => [step.id, step.position]))
    expect(stored.get('step_5')?.y).toBeGreaterThan(150)
    expect(stored.get('step_4')).toEqual({ x: 4 * 320, y: 100 })
    await page.context().close()
  })
})
