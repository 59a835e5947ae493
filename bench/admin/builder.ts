import type { CDPSession, Page } from 'playwright-core'

import type { AdminBench } from './types.js'

import { copy, flow } from '../../tests/support/workflow.js'
import { spread } from '../engine/figures.js'
import { readFrames, startFrames } from './frames.js'
import { openPage } from './types.js'

const NODES = 500
const EDGES = 700
const COLUMNS = 25
const SLOWER = 4

/** A graph of 500 nodes and 700 edges: drag and zoom at a quarter of the speed, opening a panel, saving. */
export async function measureBuilder(bench: AdminBench) {
  const template = await bench.site.template(drawLargeGraph(), { name: 'Large' })
  const page = await openPage(bench, `/admin/collections/workflow-templates/${template}`)
  await page.locator('.react-flow__node').first().waitFor()
  const session = await page.context().newCDPSession(page)
  const dragMs = await slowly({ session, page, act: dragNode })
  const panMs = await slowly({ session, page, act: panCanvas })
  const zoomMs = await slowly({ session, page, act: zoomCanvas })
  const panelMs = await openPanels(page)
  const saveMs = await save(page)
  await page.context().close()
  return { nodes: NODES, edges: EDGES, throttle: SLOWER, dragMs, panMs, zoomMs, panelMs, saveMs }
}

function drawLargeGraph() {
  const ids = Array.from({ length: NODES }, (_, index) => `step_${index}`)
  const nodes = ids.map((id, index) => ({
    ...copy(id),
    position: { x: (index % COLUMNS) * 300, y: Math.floor(index / COLUMNS) * 120 },
  }))
  const chain = ids.slice(1).map((id, index) => `${ids[index]}>${id}`)
  const jumps = ids.slice(0, EDGES - chain.length).map((id, index) => `${id}>${ids[index + 7]}`)
  return flow(nodes, ...chain, ...jumps)
}

async function slowly({
  session,
  page,
  act,
}: {
  session: CDPSession
  page: Page
  act: (page: Page) => Promise<void>
}) {
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await startFrames(page)
  await act(page)
  const frames = await readFrames(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return frames
}

const middle = { x: 700, y: 480 }

async function dragNode(page: Page): Promise<void> {
  const box = await page.locator('.react-flow__node').nth(5).boundingBox()
  if (!box) throw new Error('No node is to be seen.')
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  for (let step = 0; step < 60; step++) {
    await page.mouse.move(at.x + step * 4, at.y + Math.sin(step / 6) * 60)
  }
  await page.mouse.up()
}

async function panCanvas(page: Page): Promise<void> {
  await page.mouse.move(middle.x, middle.y)
  for (let step = 0; step < 40; step++) await page.mouse.wheel(0, step % 2 ? 30 : 60)
}

async function zoomCanvas(page: Page): Promise<void> {
  await page.mouse.move(middle.x, middle.y)
  await page.keyboard.down('Control')
  for (let step = 0; step < 40; step++) await page.mouse.wheel(0, step < 20 ? -40 : 40)
  await page.keyboard.up('Control')
}

/** From the click on a node to the frame in which its panel shows its name. */
async function openPanels(page: Page) {
  const taken: number[] = []
  await page.keyboard.press('f')
  for (let index = 0; index < 10; index++) {
    const card = page.locator('.react-flow__node').nth(index * 3 + 1)
    const id = await card.getAttribute('data-id')
    taken.push(
      await card.evaluate(async (element, name) => {
        const began = performance.now()
        const mouse = { bubbles: true, cancelable: true, view: window }
        for (const type of ['mousedown', 'mouseup', 'click']) {
          element.dispatchEvent(new MouseEvent(type, mouse))
        }
        const panel = () => document.querySelector('.workflows-panel')?.textContent ?? ''
        while (!panel().includes(`The ${name}`)) await new Promise(requestAnimationFrame)
        return performance.now() - began
      }, id),
    )
  }
  return spread(taken)
}

/** From Ctrl+S to the server's answer. */
async function save(page: Page) {
  const taken: number[] = []
  for (let round = 0; round < 5; round++) {
    await page.keyboard.press('ArrowRight')
    const answered = page.waitForResponse(({ request }) => request().method() === 'PATCH')
    const began = Date.now()
    await page.keyboard.press('Control+s')
    await answered
    taken.push(Date.now() - began)
  }
  return spread(taken)
}
