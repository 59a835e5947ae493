import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { copy, createGate, flow, node, review } from '../support/workflow.js'
import { findingsInBothThemes } from './support/findingsInBothThemes.js'
import { shoot, shootHere } from './support/shoot.js'
import { toastAndBar } from './support/toastAndBar.js'
import { watchConfetti } from './support/watchConfetti.js'
import { startWorkflowPages, type WorkflowPages } from './support/workflowPages.js'

describe('a site without a worker', { timeout: 180_000 }, () => {
  let pages: WorkflowPages
  beforeAll(async () => {
    pages = await startWorkflowPages({ name: 'e2e_idle', slots: 0 })
  }, 600_000)
  afterAll(() => pages?.stop())

  it('should say so in the monitor and in the panel, instead of standing still', async () => {
    const idle = await pages.open('/')
    await idle.locator('.workflows-action').click()
    await idle.getByText('Nothing is running').waitFor()
    await shoot(idle, 'states', 'nothing-runs')
    expect(await findingsInBothThemes(idle, '.workflows-slide-over')).toEqual([])
    await idle.context().close()

    const { id } = await pages.site.run(flow([copy('posts')]))
    const page = await pages.open(pages.monitorOf(id))
    await page.getByText('No worker is running').waitFor()
    await shoot(page, 'states', 'no-worker')
    await page.locator('.workflows-action').click()
    await page.getByText('Work is waiting, but no worker is running.').waitFor()
    await shoot(page, 'states', 'no-worker-panel')
    expect(await findingsInBothThemes(page, '.workflows-slide-over')).toEqual([])
    await page.context().close()
  })
})

describe('states of the monitor', { timeout: 180_000 }, () => {
  let pages: WorkflowPages
  beforeAll(async () => {
    pages = await startWorkflowPages({ name: 'e2e_states' })
  }, 600_000)
  afterAll(() => pages?.stop())

  const waiting = async () => {
    const { site } = pages
    const { id } = await site.run(flow([copy('posts'), review('look')], 'posts>look'))
    await site.until(id, 'paused')
    return id
  }

  it('should look every two seconds when no stream gets through, and keep up', async () => {
    const id = await waiting()
    const page = await pages.open('/')
    await page.route('**/events', (route) => route.abort())
    await page.goto(page.url().replace(/\/admin.*/, `/admin${pages.monitorOf(id)}`))
    await page.getByText('Live updates cannot get through').waitFor()
    await shoot(page, 'states', 'polling')
    const detail = `**/workflows/executions/${id}`
    await page.route(detail, (route) => route.abort())
    await page.getByText('The server does not answer.').waitFor()
    await shoot(page, 'states', 'offline')
    expect(await findingsInBothThemes(page, '.workflows-monitor')).toEqual([])
    await page.unroute(detail)
    await page.getByText('The server does not answer.').waitFor({ state: 'hidden' })
    await pages.site.post('demo', `/workflows/executions/${id}/review`, {
      nodeId: 'look',
      decision: 'approve',
    })
    await page.getByText('Completed', { exact: true }).first().waitFor()
    await page.context().close()
  })

  it('should say when the page is no longer kept up to date, and keep what it shows', async () => {
    const id = await waiting()
    const page = await pages.open(pages.monitorOf(id))
    await page.locator('.workflows-review').waitFor()
    await page.route('**/events', (route) =>
      route.fulfill({
        status: 401,
        json: { errors: [{ message: 'Log in.', data: { code: 'not_authenticated' } }] },
      }),
    )
    await page.reload()
    await page.getByText('This page is no longer kept up to date').waitFor()
    await page.locator('.workflows-review').waitFor()
    await shoot(page, 'states', 'lost')
    expect(await findingsInBothThemes(page, '.workflows-monitor')).toEqual([])
    await page.context().close()
    await pages.site.post('editor', `/workflows/executions/${id}/stop`)
  })

  it('should keep a broken part from taking the rest away, and show it again when it works', async () => {
    const id = await waiting()
    const page = await pages.open('/')
    const monitor = page.url().replace(/\/admin.*/, `/admin${pages.monitorOf(id)}`)
    // What only the canvas does when it is drawn.
    await page.addInitScript(() => {
      const measure = Element.prototype.getBoundingClientRect
      Element.prototype.getBoundingClientRect = function () {
        const isCanvas = this.classList.contains('react-flow__renderer')
        if (isCanvas && !('canvasWorks' in window)) throw new Error('The canvas is broken.')
        return measure.call(this)
      }
    })
    await page.goto(`${monitor}`)
    await page.getByRole('radio', { name: 'Flow' }).click()
    const canvas = page.locator('.workflows-flow .workflows-error')
    await canvas.waitFor()
    await page.locator('.workflows-side h2').waitFor()
    await shoot(page, 'states', 'canvas-broken')
    expect(await findingsInBothThemes(page, '.workflows-monitor')).toEqual([])
    await canvas.getByRole('button', { name: 'Try again' }).click()
    await canvas.getByRole('button', { name: 'Reload the page' }).waitFor()
    await page.addInitScript(() => Object.assign(window, { canvasWorks: true }))
    await canvas.getByRole('button', { name: 'Reload the page' }).click()
    await page.getByRole('radio', { name: 'Flow' }).click()
    await page.locator('.react-flow__node').first().waitFor()

    // An error without words breaks the panel, nodes that are none break the page.
    let broken: 'page' | 'panel' | null = 'panel'
    await page.route('**/events', (route) => route.abort())
    await page.route(`**/workflows/executions/${id}`, async (route) => {
      const detail = await pages.site.read(id)
      const jobs = detail.jobs.map((job) => ({ ...job, error: { message: {} } }))
      const json =
        broken === 'page' ? { ...detail, nodes: 5 } : broken ? { ...detail, jobs } : detail
      await route.fulfill({ json })
    })
    await page.reload()
    await page.getByRole('radio', { name: 'Flow' }).click()
    await page.locator('.react-flow__node[data-id=posts]').click()
    const panel = page.locator('.workflows-monitor__body > .workflows-error')
    await panel.waitFor()
    await page.locator('.react-flow__node').first().waitFor()
    await shoot(page, 'states', 'panel-broken')
    expect(await findingsInBothThemes(page, '.workflows-monitor')).toEqual([])
    broken = 'page'
    await page.locator('.workflows-monitor').waitFor({ state: 'detached' })
    await page.locator('.workflows-error').waitFor()
    await shoot(page, 'states', 'monitor-broken')
    broken = null
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('.workflows-monitor').waitFor()
    await page.context().close()
    await pages.site.post('editor', `/workflows/executions/${id}/stop`)
  })

  it('should let one change a step that has not begun, while it is paused', async () => {
    const { site } = pages
    const gate = createGate()
    site.fake.respond(() => gate.answer)
    const graph = flow(
      [
        { ...copy('first', { provider: 'fake' }), position: { x: 0, y: 0 } },
        { ...copy('later', { quantity: 2 }), position: { x: 360, y: 0 } },
      ],
      'first>later',
    )
    const { id } = await site.run(graph)
    await site.until(id, ({ nodes }) => nodes.some(({ status }) => status === 'running'))
    const page = await pages.open(pages.monitorOf(id))
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByRole('button', { name: 'Resume' }).waitFor()
    await page.locator('.react-flow__node[data-id=later]').click()
    const prompt = page.getByLabel('Prompt of The later')
    await prompt.fill('Write about {{nobody}}')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.locator('.workflows-retry__problem').waitFor()
    await shoot(page, 'states', 'adjust')
    expect(await findingsInBothThemes(page, '.workflows-monitor')).toEqual([])
    await page.locator('.react-flow__node[data-id=later]').click()
    await prompt.fill('Rather praise {{topic}}')
    await page.getByLabel('How many').fill('3')
    await page.getByRole('tab', { name: 'Params' }).click()
    const topic = page.getByLabel(/^Topic/)
    await topic.fill('')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText(/^Fill in “Topic”/).waitFor()
    await topic.fill('coffee')
    expect(await findingsInBothThemes(page, '.workflows-side')).toEqual([])
    // A phone's page is another one; what was typed is the same, and is sent from there.
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await prompt.inputValue()).toBe('Rather praise {{topic}}')
    expect(await page.getByLabel('How many').inputValue()).toBe('3')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('“The later” is changed').waitFor()
    await page.getByRole('tab', { name: 'Params' }).click()
    expect(await topic.inputValue()).toBe('coffee')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expect.poll(() => toastAndBar(page, 'The answers are changed')).toBe('above')
    await page.locator('.workflows-monitor-header__sub').filter({ hasText: 'coffee' }).waitFor()
    await page.getByRole('button', { name: 'Resume' }).click()
    gate.open()
    site.fake.respond(() => undefined)
    const { jobs } = await site.until(id, 'completed')
    const later = jobs.filter(({ nodeId }) => nodeId === 'later')
    expect(later).toHaveLength(3)
    expect(JSON.stringify(later[0]?.input)).toContain('Rather praise coffee')
    await page.context().close()
  })

  it('should celebrate once when it completes under one’s eyes, unless motion is not wanted', async () => {
    const id = await waiting()
    const open = async (reducedMotion: 'no-preference' | 'reduce') => {
      const page = await pages.open('/', undefined, { reducedMotion })
      await page.clock.install()
      await page.addInitScript(watchConfetti)
      await page.goto(page.url().replace(/\/admin.*/, `/admin${pages.monitorOf(id)}`))
      await page.locator('.workflows-review').waitFor()
      return page
    }
    const calm = await open('reduce')
    const merry = await open('no-preference')
    await pages.site.post('editor', `/workflows/executions/${id}/review`, {
      nodeId: 'look',
      decision: 'approve',
    })
    await merry.waitForFunction(() => 'sawConfetti' in window)
    // From here on it is the test that moves the frames.
    await merry.clock.pauseAt((await merry.evaluate(() => Date.now())) + 5_000)
    await merry.clock.runFor(400)
    await shootHere(merry, 'states', 'confetti')
    await calm.getByText('Completed', { exact: true }).first().waitFor()
    expect(await calm.evaluate(() => 'sawConfetti' in window)).toBe(false)
    await calm.context().close()
    await merry.context().close()
  })

  it('should show viewers everything, let them change nothing, and say whom to ask', async () => {
    const id = await waiting()
    const page = await pages.open(pages.monitorOf(id), 'viewer@example.com')
    await page.getByText('You may look at this, but not change it.').first().waitFor()
    for (const name of [/^Stop$/, /^Approve/, /^Reject/]) {
      expect(await page.getByRole('button', { name }).first().isDisabled()).toBe(true)
    }
    // Nothing waits for somebody who may not answer.
    await page.getByText('Waiting', { exact: true }).first().waitFor()
    await shoot(page, 'states', 'viewer')
    const gallery = await pages.open('/collections/workflow-templates', 'viewer@example.com')
    await gallery
      .getByRole('button', { name: /^Preview / })
      .first()
      .waitFor()
    expect(await gallery.getByRole('button', { name: /^Use template/ }).count()).toBe(0)
    await gallery.context().close()
    await page.context().close()
    await pages.site.post('editor', `/workflows/executions/${id}/stop`)
  })

  it('should not exist for members of other workspaces', async () => {
    const id = await waiting()
    const page = await pages.open(pages.monitorOf(id), 'rival@example.com')
    // In Payload's own words, as for an id that never was.
    await page
      .getByText(/could not be found|nothing found/i)
      .first()
      .waitFor()
    expect(await page.locator('.workflows-monitor').count()).toBe(0)
    await page.context().close()
    await pages.site.post('editor', `/workflows/executions/${id}/stop`)
  })

  it('should show what runs, what is paused and what was stopped, by word and icon too', async () => {
    const { site } = pages
    const gate = createGate()
    site.fake.respond(() => gate.answer)
    const graph = flow(
      [
        { ...copy('posts'), position: { x: 0, y: 0 } },
        {
          ...node('gate', 'conditional', {
            rules: [{ field: 'params.topic', operator: 'equals', value: 'coffee' }],
          }),
          position: { x: 320, y: 0 },
        },
        { ...copy('many'), position: { x: 640, y: -90 } },
        { ...copy('few', { provider: 'fake', quantity: 2 }), position: { x: 640, y: 90 } },
        { ...copy('end'), position: { x: 960, y: 90 } },
      ],
      'posts>gate',
      'gate.true>many',
      'gate.false>few',
      'few>end',
    )
    const { id } = await site.run(graph)
    await site.until(id, ({ nodes }) =>
      nodes.some((seen) => seen.id === 'few' && seen.status === 'running'),
    )
    const page = await pages.open(pages.monitorOf(id))
    const card = (name: string) => page.locator(`.react-flow__node[data-id=${name}]`)
    const shows = async (name: string, word: string) => {
      await card(name).getByText(word, { exact: true }).waitFor()
      expect(await card(name).locator('.workflows-node__icon svg').count()).toBe(1)
    }
    await shows('posts', 'Completed')
    await shows('many', 'Skipped')
    await shows('few', 'Running')
    await shows('end', 'Pending')
    await shoot(page, 'states', 'running')
    expect(await findingsInBothThemes(page, '.workflows-monitor')).toEqual([])

    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByRole('button', { name: 'Resume' }).waitFor()
    await shoot(page, 'states', 'paused')
    expect(await findingsInBothThemes(page, '.workflows-monitor')).toEqual([])

    await page.getByRole('button', { name: 'Stop' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await shoot(page, 'states', 'stop-asked')
    expect(await findingsInBothThemes(page, '.workflows-dialog')).toEqual([])
    await dialog.getByRole('button', { name: 'Stop', exact: true }).click()
    await page.getByText('Stopped', { exact: true }).first().waitFor()
    await shoot(page, 'states', 'stopped')
    gate.open()
    site.fake.respond(() => undefined)
    await page.context().close()
  })

  it('should mend a failed step by another prompt, and refuse a wrong one beside it', async () => {
    const { site } = pages
    site.fake.respond(() => ({ response }) => {
      response.writeHead(400, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify({ error: { message: 'No.', code: 'content_policy' } }))
    })
    const { id } = await site.run(flow([copy('posts', { provider: 'fake' })]))
    await site.until(id, 'failed')
    site.fake.respond(() => undefined)
    const page = await pages.open(pages.monitorOf(id))
    // The canvas is drawn by the browser only: from then on the page listens.
    await page.locator('.react-flow__node').first().waitFor()
    const prompt = page.getByLabel('Prompt of The posts')
    expect(await prompt.inputValue()).toBe('posts: write about {{topic}}')
    await prompt.fill('Write about {{nobody}}')
    await page.getByRole('button', { name: 'Retry with this prompt' }).click()
    await page.locator('.workflows-retry__problem').waitFor()
    await shoot(page, 'states', 'retry')
    expect(await findingsInBothThemes(page, '.workflows-monitor')).toEqual([])
    await prompt.fill('Kindly write about {{topic}}')
    await page.getByRole('button', { name: 'Retry with this prompt' }).click()
    await site.until(id, ({ status }) => status === 'completed')
    await page.getByText('Completed', { exact: true }).first().waitFor()

    // And once more, with what was typed then.
    await page.getByRole('button', { name: 'Launch again' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByLabel(/Topic/).inputValue()).toBe('tea')
    await page.context().close()
  })
})
