import path from 'node:path'

import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { repository } from '../../scripts/repository.js'
import { loginAs, openBrowser, type TestBrowser } from '../support/browser.js'
import { startTestSite, type TestSite } from '../support/web.js'
import { flow, node, startWorkflowSite, type WorkflowSite } from '../support/workflow.js'
import { seriousFindings } from './support/seriousFindings.js'
import { shoot } from './support/shoot.js'

let site: WorkflowSite
let web: TestSite
let browser: TestBrowser
let page: Page

beforeAll(async () => {
  site = await startWorkflowSite({ name: 'e2e_builder_canvas' })
  web = await startTestSite({
    databaseUri: site.databaseUri,
    dataDir: path.join(repository, 'tests', 'artefacts', 'builder-canvas-data'),
  })
  browser = await openBrowser()
}, 900_000)

afterAll(async () => {
  await browser?.close()
  await web?.stop()
  await site?.stop()
})

/** Ad copy, then a condition with two branches that a merge joins. */
const drawing = () => {
  const at = (id: string, type: string, x: number, y: number, config = {}) => ({
    ...node(id, type, config),
    position: { x, y },
  })
  return flow(
    [
      at('ad', 'generate_copy', 0, 100, { promptTemplate: 'Write an ad' }),
      at('gate', 'conditional', 320, 100, {
        rules: [{ field: 'nodes.ad.output.count', operator: 'greater_than', value: 1 }],
      }),
      at('look', 'review', 640, 0, { reviewType: 'approval', instructions: '' }),
      at('edit', 'review', 640, 200, { reviewType: 'edit', instructions: '' }),
      at('end', 'merge', 960, 100),
    ],
    'ad>gate',
    'gate.true>look',
    'gate.false>edit',
    'look>end',
    'edit>end',
  )
}

const openTemplate = async (graph = drawing(), to = page): Promise<void> => {
  const id = await site.template(graph)
  await to.goto(`${web.url}/admin/collections/workflow-templates/${id}`)
  await cards(to).first().waitFor()
  await to.locator('.workflows-zoom').waitFor()
}

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await loginAs({ page, url: web.url, email: 'editor@example.com' })
  await openTemplate()
  return () => page.context().close()
})

const cards = (on = page): Locator => on.locator('.react-flow__node-step')
const card = (id: string, on = page): Locator => on.locator(`.react-flow__node[data-id="${id}"]`)
const port = (id: string, handle: string): Locator =>
  page.locator(`.react-flow__handle[data-nodeid="${id}"][data-handleid="${handle}"]`)
const edge = (name: string | RegExp): Locator => page.getByLabel(name, { exact: true })
const label = (id: string): Locator => card(id).locator('.workflows-node__label')
const heard = (words: string | RegExp): Promise<void> =>
  page.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' })
const focused = (): Promise<string | undefined> =>
  page.evaluate(() => {
    const { activeElement } = document
    return activeElement instanceof HTMLElement || activeElement instanceof SVGElement
      ? activeElement.dataset.id
      : undefined
  })

const middle = async (of: Locator): Promise<{ x: number; y: number }> => {
  const box = await of.boundingBox()
  if (!box) throw new Error('It is not on the page.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

const dragTo = async (from: Locator, to: { x: number; y: number }): Promise<void> => {
  const start = await middle(from)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move((start.x + to.x) / 2, (start.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

describe('the canvas by mouse', () => {
  it('should make a move one step of undo', async () => {
    const before = await card('ad').getAttribute('style')
    const start = await middle(label('ad'))
    await dragTo(label('ad'), { x: start.x + 90, y: start.y + 130 })
    expect(await card('ad').getAttribute('style')).not.toBe(before)
    await page.keyboard.press('Control+z')
    await expect.poll(() => card('ad').getAttribute('style')).toBe(before)
    await heard('Undone.')
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => card('ad').getAttribute('style')).not.toBe(before)
    await heard('Redone.')
  })

  it('should connect what fits and say so', async () => {
    await dragTo(port('ad', 'out'), await middle(port('end', 'in')))
    await edge('From The ad to The end').waitFor({ state: 'attached' })
    await heard('The ad now leads to The end.')
  })

  it('should refuse a circle and give the reason beside the pointer and to screen readers', async () => {
    const before = await page.locator('.react-flow__edge').count()
    await dragTo(port('look', 'out'), await middle(port('gate', 'in')))
    await page.locator('.workflows-refusal').filter({ hasText: 'circle' }).waitFor()
    await heard('circle')
    expect(await page.locator('.react-flow__edge').count()).toBe(before)
  })

  it('should offer what fits where a connection is dropped on nothing, and connect it', async () => {
    const place = await middle(label('ad'))
    await dragTo(port('ad', 'out'), { x: place.x + 60, y: place.y + 230 })
    await page.getByRole('dialog', { name: 'Nodes to add' }).waitFor()
    await page.keyboard.type('review')
    await page.keyboard.press('Enter')
    await edge('From The ad to Review').waitFor({ state: 'attached' })
    await page.keyboard.press('Control+z')
    await edge('From The ad to Review').waitFor({ state: 'detached' })
    expect(await cards().count()).toBe(5)
  })

  it('should put a node dropped on an edge between its ends, and close the gap when it is deleted', async () => {
    const line = edge('From The ad to The gate')
    const entry = page.locator('.workflows-palette').getByRole('button', { name: 'Review' })
    await dragTo(entry, await middle(line.locator('.workflows-line__line')))
    await edge('From The ad to Review').waitFor({ state: 'attached' })
    await edge('From Review to The gate').waitFor({ state: 'attached' })
    await line.waitFor({ state: 'detached' })
    // The new node takes the focus in the frame after.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toMatch(/^Review/)
    await page.keyboard.press('Delete')
    await line.waitFor({ state: 'attached' })
  })

  it('should add from the middle of an edge', async () => {
    const line = await middle(edge('From The ad to The gate').locator('.workflows-line__line'))
    await page.mouse.move(line.x, line.y)
    await page.getByRole('button', { name: 'Add a node here' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Review' }).click()
    await edge('From Review to The gate').waitFor({ state: 'attached' })
  })

  it('should copy parts with their edges into another template', async () => {
    await label('look').click()
    await page.keyboard.down('Shift')
    await label('end').click()
    await page.keyboard.up('Shift')
    await page.keyboard.press('Control+c')
    await heard('2 parts were copied.')
    const other = await page.context().newPage()
    await openTemplate(flow([node('only', 'generate_copy', { promptTemplate: 'x' })]), other)
    await other.keyboard.press('Control+v')
    await expect.poll(() => cards(other).count()).toBe(3)
    await other.getByLabel('From The look to The end').waitFor({ state: 'attached' })
    await other.close()
  })

  it('should ignore what is no part of a workflow in the clipboard, and say so', async () => {
    const search = page.locator('.workflows-palette input')
    await search.fill('{"kind":"payload-workflows/parts","version":1,"nodes":[{"id":"__proto__"}]}')
    await search.press('Control+a')
    await search.press('Control+x')
    await label('ad').click()
    await page.keyboard.press('Control+v')
    await page.locator('.workflows-refusal').waitFor()
    expect(await cards().count()).toBe(5)
  })
})

describe('the canvas by keyboard alone', () => {
  const enter = () => page.locator('.workflows-canvas').focus()

  it('should walk the cards in flow order and leave the canvas behind the last one', async () => {
    await enter()
    const seen: (string | undefined)[] = []
    for (const _step of [1, 2, 3, 4, 5]) {
      await page.keyboard.press('Tab')
      seen.push(await focused())
    }
    expect(seen).toEqual(['ad', 'gate', 'look', 'edit', 'end'])
    await page.keyboard.press('Tab')
    expect(await focused()).toBeUndefined()
  })

  it('should add, connect, rename, move, delete and undo', async () => {
    await enter()
    await page.keyboard.press('Tab')
    await page.keyboard.press('/')
    await page.keyboard.type('image')
    await page.keyboard.press('Enter')
    await heard('Generate images was added.')
    await expect.poll(focused).toBe('generate_images')
    await page.keyboard.press('F2')
    await page.keyboard.type('Header')
    await page.keyboard.press('Enter')
    await expect.poll(() => label('generate_images').textContent()).toBe('Header')
    await page.keyboard.press('c')
    await page.keyboard.type('end')
    await page.keyboard.press('Enter')
    await heard('Header now leads to The end.')
    const before = await card('generate_images').getAttribute('style')
    await page.keyboard.press('Shift+ArrowDown')
    await expect.poll(() => card('generate_images').getAttribute('style')).not.toBe(before)
    await page.keyboard.press('Delete')
    await heard('Header was deleted.')
    for (const _step of [1, 2]) await page.keyboard.press('Control+z')
    await expect.poll(() => card('generate_images').getAttribute('style')).toBe(before)
  })

  it('should go to the settings with Enter and take no shortcut while one types', async () => {
    await enter()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.workflows-panel') !== null))
      .toBe(true)
    await page.locator('.workflows-palette input').focus()
    await page.keyboard.type('fln?c')
    expect(await page.locator('.workflows-palette input').inputValue()).toBe('fln?c')
    expect(await page.locator('.workflows-keys').count()).toBe(0)
  })

  it('should show every key, and take none of them meanwhile', async () => {
    await enter()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor()
    await page.keyboard.press('Delete')
    expect(await cards().count()).toBe(5)
    expect(await seriousFindings(page, '.workflows-keys')).toEqual([])
  })
})

/** Ten rows of twelve cards, each linked with the next one of its row. */
const manyCards = (...more: string[]) => {
  const ids = Array.from({ length: 120 }, (_, at) => `s${at}`)
  const nodes = ids.map((id, at) => ({
    ...node(id, 'generate_copy', { promptTemplate: 'x' }),
    position: { x: (at % 12) * 320, y: Math.floor(at / 12) * 160 },
  }))
  const links = ids.slice(1).flatMap((id, at) => ((at + 1) % 12 ? [`${ids[at]}>${id}`] : []))
  return flow(nodes, ...links, ...more)
}

describe('a large workflow at its full size', () => {
  it('should have every connection that crosses the picture, and few of the others', async () => {
    const graph = manyCards('s0>s119')
    await openTemplate(graph)
    await page.getByTitle('Zoom to 100 %').click()
    await expect.poll(() => page.locator('.workflows-node').count()).toBeGreaterThan(0)
    const boxes = await page.locator('.react-flow__node, .workflows-canvas').evaluateAll((all) =>
      all.map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect()
        const name = element instanceof HTMLElement ? element.dataset.id : undefined
        return { name: name ?? 'picture', left, top, right, bottom }
      }),
    )
    const boxOf = (name: string) => boxes.filter((box) => box.name === name)
    const around = (of: typeof boxes) => ({
      left: Math.min(...of.map(({ left }) => left)),
      top: Math.min(...of.map(({ top }) => top)),
      right: Math.max(...of.map(({ right }) => right)),
      bottom: Math.max(...of.map(({ bottom }) => bottom)),
    })
    const picture = around(boxOf('picture'))
    const crosses = ({ source, target }: { source: string; target: string }) => {
      const { left, top, right, bottom } = around([...boxOf(source), ...boxOf(target)])
      const isBeside = left >= picture.right || right <= picture.left
      return !isBeside && top < picture.bottom && bottom > picture.top
    }
    const edges = graph.edges as { id: string; source: string; target: string }[]
    const wanted = edges.filter(crosses).map(({ id }) => id)
    // Both of its ends are far outside.
    expect(wanted).toContain('s0>s119')
    const drawn = () =>
      page
        .locator('.react-flow__edge')
        .evaluateAll((all) => all.map((element) => element.getAttribute('data-id')))
    await expect.poll(drawn).toEqual(expect.arrayContaining(wanted))
    expect(await drawn()).not.toContain('s0>s1')
  })
})

describe('the canvas from afar', () => {
  it('should let connections be cut and cards be moved where they are boxes', async () => {
    await openTemplate(manyCards())
    await page.locator('.workflows-far').first().waitFor()
    const [left, right] = [await card('s53').boundingBox(), await card('s54').boundingBox()]
    if (!left || !right) throw new Error('The cards are not on the page.')
    const at = { x: (left.x + left.width + right.x) / 2, y: left.y + left.height / 2 }
    await page.mouse.move(at.x - 1, at.y)
    await page.mouse.move(at.x, at.y)
    await edge('From The s53 to The s54').waitFor({ state: 'attached' })
    await page.getByRole('button', { name: 'Delete this connection' }).click()
    await heard('The s53 no longer leads to The s54.')
    // Moved without React, and still one step of undo.
    const before = await card('s54').getAttribute('style')
    const start = await middle(card('s54'))
    await dragTo(card('s54'), { x: start.x + 30, y: start.y + 60 })
    await expect.poll(() => card('s54').getAttribute('style')).not.toBe(before)
    await page.keyboard.press('Control+z')
    await expect.poll(() => card('s54').getAttribute('style')).toBe(before)
  })
})

describe('the canvas for everybody', () => {
  it('should give axe nothing serious to find, at rest and with a popover', async () => {
    await label('gate').click()
    expect(await seriousFindings(page, '.workflows-builder__canvas')).toEqual([])
    expect(await seriousFindings(page, '.workflows-palette')).toEqual([])
    await shoot(page, 'builder', 'canvas')
    // On the small screen of the last picture nobody may edit.
    await page.locator('.workflows-palette').waitFor()
    await page.locator('.workflows-canvas').focus()
    await page.keyboard.press('/')
    await page.locator('.workflows-floating').waitFor()
    expect(await seriousFindings(page, '.workflows-floating')).toEqual([])
  })

  it('should name nodes with their problems, and edges with their ends and branch', async () => {
    await label('gate').click()
    await page.keyboard.press('Control+d')
    await expect
      .poll(() => page.getByLabel(/^The gate\. Condition\..*problem/).count())
      .toBeGreaterThan(0)
    await edge('From The gate, branch Yes, to The look').waitFor({ state: 'attached' })
  })
})
