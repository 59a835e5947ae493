import type { CDPSession, Page } from 'playwright-core'

import type { AdminBench } from './types.js'

import { copy, flow } from '../../tests/support/workflow.js'
import { spread } from '../engine/figures.js'
import { traceFrames } from './frameCpu.js'
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
  const far = {
    drag: await slowly({ bench, session, page, act: dragNode }),
    pan: await slowly({ bench, session, page, act: panCanvas }),
    zoom: await slowly({ bench, session, page, act: zoomCanvas }),
  }
  const near = {
    drag: await slowly({ bench, session, page, act: dragNode, before: zoomToFull }),
    pan: await slowly({ bench, session, page, act: panCanvas, before: zoomToFull }),
    zoom: await slowly({ bench, session, page, act: zoomCanvas, before: zoomToFull }),
  }
  const panelMs = await openPanels(page)
  const typeMs = await typeIntoPrompt(page)
  const saveMs = await save(page)
  await page.context().close()
  return {
    nodes: NODES,
    edges: EDGES,
    throttle: SLOWER,
    far,
    near,
    panelMs,
    typeMs,
    saveMs,
  }
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

/** Time between frames, and what the main thread computed for each of them, of two rounds of the same. */
async function slowly({
  bench,
  session,
  page,
  act,
  before = showAll,
}: {
  bench: AdminBench
  session: CDPSession
  page: Page
  act: (page: Page) => Promise<void>
  /** All of it is in the picture, unless this shows something else. */
  before?: (page: Page) => Promise<void>
}) {
  // Also while it is made ready: a slow machine is slow all the time, and draws less on its way.
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await before(page)
  await startFrames(page)
  await act(page)
  const ms = await readFrames(page)
  await before(page)
  const stop = await traceFrames(bench.browser.browser, page)
  await act(page)
  const cpuMs = await stop()
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return { ms, cpuMs }
}

/** Long enough for what is drawn a few cards at a time. */
const SETTLED_MS = 2_500

async function showAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show all of it' }).click()
  await page.waitForTimeout(SETTLED_MS)
}

async function zoomToFull(page: Page): Promise<void> {
  await showAll(page)
  await page.locator('.workflows-zoom__percent').click()
  await page.waitForTimeout(SETTLED_MS)
}

const middle = { x: 700, y: 480 }

/** The card nearest to the middle of the picture. */
async function dragNode(page: Page): Promise<void> {
  const at = await page.locator('.react-flow__node').evaluateAll((cards, { x, y }) => {
    const places = cards.map((card) => {
      const box = card.getBoundingClientRect()
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    })
    const far = (place: { x: number; y: number }) => Math.hypot(place.x - x, place.y - y)
    return places.sort((a, b) => far(a) - far(b))[0]
  }, middle)
  if (!at) throw new Error('No node is to be seen.')
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  for (let step = 0; step < 60; step++) {
    await page.mouse.move(at.x + step * 4, at.y + Math.sin(step / 6) * 60)
  }
  await page.mouse.up()
}

async function panCanvas(page: Page): Promise<void> {
  await page.mouse.move(middle.x, middle.y)
  for (let step = 0; step < 60; step++) await page.mouse.wheel(0, step % 30 < 15 ? 30 : -30)
}

/** Into it and out again. */
async function zoomCanvas(page: Page): Promise<void> {
  await page.mouse.move(middle.x, middle.y)
  await page.keyboard.down('Control')
  for (let step = 0; step < 60; step++) await page.mouse.wheel(0, step < 30 ? -30 : 30)
  await page.keyboard.up('Control')
}

/** From the click on a node to the frame after the one in which its panel shows its name and its prompt. */
async function openPanels(page: Page) {
  const taken: number[] = []
  await showAll(page)
  for (let index = 0; index < 12; index++) {
    const card = page.locator('.react-flow__node').nth(index * 3 + 1)
    const id = await card.getAttribute('data-id')
    taken.push(
      await card.evaluate(async (element, name) => {
        const began = performance.now()
        const mouse = { bubbles: true, cancelable: true, view: window }
        for (const type of ['mousedown', 'mouseup', 'click']) {
          element.dispatchEvent(new MouseEvent(type, mouse))
        }
        const isShown = () => {
          const title = document.querySelector<HTMLInputElement>('.workflows-panel__name')?.value
          const text = document.querySelector('.workflows-prompt')?.textContent ?? ''
          return title === `The ${name}` && text.includes(`${name}: write about`)
        }
        for (let left = 600; !isShown(); left--) {
          if (left === 0) throw new Error(`The panel of ${name} did not open.`)
          await new Promise(requestAnimationFrame)
        }
        await new Promise(requestAnimationFrame)
        return performance.now() - began
      }, id),
    )
  }
  // The first one loads what all others have.
  return { first: taken[0], ...spread(taken.slice(1)) }
}

/** From a key typed into a prompt to the end of the frame that shows it. */
async function typeIntoPrompt(page: Page) {
  await page.getByRole('textbox', { name: /^Prompt/ }).focus()
  await page.locator('.cm-content:focus').waitFor()
  await page.evaluate(() => {
    const taken: number[] = []
    Object.assign(window, { workflowsKeys: taken })
    const listen = () => {
      const began = performance.now()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => taken.push(performance.now() - began)
        port2.postMessage(null)
      })
    }
    document.addEventListener('keydown', listen, { capture: true })
  })
  await page.keyboard.type('This is typed as fast as somebody types. ', { delay: 60 })
  const taken = await page.evaluate(
    () => (window as unknown as { workflowsKeys: number[] }).workflowsKeys,
  )
  return spread(taken)
}

/** From Ctrl+S to the server's answer. */
async function save(page: Page) {
  const taken: number[] = []
  for (let round = 0; round < 5; round++) {
    const saved = await page.locator('.workflows-panel__name').inputValue()
    await page.locator('.workflows-panel__name').fill(`${saved}.`)
    const answered = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
    const began = Date.now()
    await page.keyboard.press('Control+s')
    await answered
    taken.push(Date.now() - began)
    await page.getByText(/^Saved /).waitFor()
  }
  return spread(taken)
}
