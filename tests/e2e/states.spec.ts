import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { copy, createGate, flow, node, review } from '../support/workflow.js'
import { findingsInBothThemes } from './support/findingsInBothThemes.js'
import { shoot } from './support/shoot.js'
import { startWorkflowPages, type WorkflowPages } from './support/workflowPages.js'

describe('a site without a worker', { timeout: 180_000 }, () => {
  let pages: WorkflowPages
  beforeAll(async () => {
    pages = await startWorkflowPages({ name: 'e2e_idle', slots: 0 })
  }, 600_000)
  afterAll(() => pages?.stop())

  it('should say so in the monitor and in the panel, instead of standing still', async () => {
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
    await pages.site.post('demo', `/workflows/executions/${id}/review`, {
      nodeId: 'look',
      decision: 'approve',
    })
    await page.getByText('Completed', { exact: true }).first().waitFor()
    await page.context().close()
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

  it('should find one step of many by its name', async () => {
    const { site } = pages
    const many = Array.from({ length: 60 }, (_, at): Record<string, unknown> => ({
      ...copy(`n${at}`),
      label: `Part ${at + 1}`,
      position: { x: (at % 10) * 320, y: Math.floor(at / 10) * 190 },
    }))
    const graph = flow(
      [...many, node('end', 'merge')],
      ...many.map(({ id }) => `${String(id)}>end`),
    )
    const { id } = await site.run(graph)
    await site.until(id, 'completed')
    const page = await pages.open(pages.monitorOf(id))
    await page.getByText('Flow', { exact: true }).first().click()
    await page.getByRole('combobox', { name: 'Find a step' }).fill('part 47')
    await page.keyboard.press('Enter')
    await page.locator('.workflows-side').getByRole('heading', { name: 'Part 47' }).waitFor()
    await shoot(page, 'states', 'many')
    expect(await findingsInBothThemes(page, '.workflows-monitor')).toEqual([])
    await page.context().close()
  })
})
