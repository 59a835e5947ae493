import path from 'node:path'

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { repository } from '../../scripts/repository.js'
import { loginAs, openBrowser, type TestBrowser } from '../support/browser.js'
import { startTestSite, type TestSite } from '../support/web.js'
import {
  copy,
  createGate,
  flow,
  image,
  node,
  review,
  startWorkflowSite,
} from '../support/workflow.js'
import type { WorkflowSite } from '../support/workflow.js'
import { findingsInBothThemes } from './support/findingsInBothThemes.js'
import { holdScripts } from './support/holdScripts.js'
import { lateStyles } from './support/lateStyles.js'
import { shoot, shootHere } from './support/shoot.js'

const EDITOR = 'editor@example.com'

let site: WorkflowSite
let web: TestSite
let browser: TestBrowser

beforeAll(async () => {
  site = await startWorkflowSite({ name: 'e2e_monitor' })
  web = await startTestSite({
    databaseUri: site.databaseUri,
    dataDir: path.join(repository, 'tests', 'artefacts', 'monitor-data'),
  })
  browser = await openBrowser()
}, 600_000)

afterAll(async () => {
  await browser?.close()
  await web?.stop()
  await site?.stop()
})

const open = async (id: string, email = EDITOR): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await loginAs({ page, url: web.url, email })
  await page.goto(`${web.url}/admin/collections/workflow-executions/${id}`)
  await page.locator('.workflows-monitor').waitFor()
  return page
}

describe('the monitor', () => {
  it('should take no click before it can answer it, and the one that waited then', async () => {
    const { id } = await site.run(flow([copy('copy')]))
    await site.until(id, 'completed')
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await loginAs({ page, url: web.url, email: EDITOR })
    const release = await holdScripts(page)
    await page.goto(`${web.url}/admin/collections/workflow-executions/${id}`, {
      waitUntil: 'commit',
    })
    await page.locator('.workflows-monitor[inert]').waitFor()
    const clicked = page.getByRole('radio', { name: 'Flow' }).click()
    release()
    await clicked
    await page.locator('.react-flow__node').first().waitFor()
    await page.context().close()
  })

  it('should be drawn with all its styles before a script has run, as other pages are', async () => {
    const done = await site.run(flow([copy('copy')]))
    const waits = await site.run(flow([copy('copy'), review('check')], 'copy>check'))
    await site.until(done.id, 'completed')
    await site.until(waits.id, 'paused')
    const stopped = await site.run(flow([copy('copy'), review('check')], 'copy>check'))
    await site.post('editor', `/workflows/executions/${stopped.id}/stop`)
    await site.until(stopped.id, 'stopped')
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await loginAs({ page, url: web.url, email: EDITOR })
    const executions = '/collections/workflow-executions'
    const places = [
      [`${executions}/${done.id}`, '.workflows-outputs', '.workflows-monitor:not([inert])'],
      [`${executions}/${stopped.id}`, '.workflows-flow', '.workflows-flow .react-flow__node'],
      [
        `${executions}/${waits.id}?review=check`,
        '.workflows-review',
        '.workflows-monitor:not([inert])',
      ],
      ['/workflows/reviews', '.workflows-reviews', '.workflows-reviews:not([inert])'],
      [
        '/collections/workflow-templates',
        '.workflows-gallery',
        '.workflows-gallery:not([inert]) .workflows-card',
      ],
      [
        '/collections/workflow-templates/create',
        '.workflows-builder',
        '.workflows-builder .react-flow__pane',
      ],
      ['/collections/documents/create', '.workflows-images', '.workflows-images .workflows-empty'],
    ] as const
    for (const [place, first, alive] of places) {
      const late = await lateStyles(page, { url: `${web.url}/admin${place}`, first, alive })
      expect({ place, late }).toEqual({ place, late: [] })
    }
    await page.context().close()
  }, 180_000)

  it('should show a run to its end and open on what it made', async () => {
    const { id } = await site.run(
      flow([copy('copy', { quantity: '{{count}}' }), image('image')], 'copy>image'),
      { params: { topic: 'tea', count: 3 } },
    )
    const page = await open(id)
    await page.getByText('Completed', { exact: true }).first().waitFor()
    await site.until(id, 'completed')
    await page.reload()
    await page.getByRole('heading', { name: 'Result' }).waitFor()
    expect(await page.locator('.workflows-output').count()).toBe(4)
    await shoot(page, 'monitor', 'completed')
    expect(await findingsInBothThemes(page, '.workflows-monitor')).toEqual([])
    await page.getByRole('radio', { name: 'Flow' }).click()
    // How many a person asked for, not the name of the question.
    await page
      .locator('.react-flow__node')
      .getByText(/3 copies · /)
      .waitFor()
    expect(await findingsInBothThemes(page, '.workflows-monitor')).toEqual([])
    await page.context().close()
  })

  it('should take a review by keyboard alone, and show texts as text', async () => {
    const { id } = await site.run(
      flow(
        [copy('copy', { quantity: 2 }), review('check'), copy('more')],
        'copy>check',
        'check>more',
      ),
    )
    await site.until(id, (seen) => seen.nodes.some(({ status }) => status === 'waiting'))
    const page = await open(id)
    await page.locator('.workflows-review').waitFor()
    await shoot(page, 'monitor', 'review')
    expect(await findingsInBothThemes(page, '.workflows-monitor')).toEqual([])
    await page.keyboard.press('j')
    await page.keyboard.press('a')
    await site.until(id, 'completed')
    await page.getByText('Completed', { exact: true }).first().waitFor()
    await page.context().close()
  })

  it('should tell the second of two reviewers who was first', async () => {
    const { id } = await site.run(flow([copy('copy'), review('check')], 'copy>check'))
    await site.until(id, (seen) => seen.nodes.some(({ status }) => status === 'waiting'))
    const page = await open(id, 'demo@example.com')
    await page.locator('.workflows-review').waitFor()
    // The answer of another person that this page has not heard of yet.
    await page.route('**/review', async (route) => {
      await site.post('editor', `/workflows/executions/${id}/review`, {
        nodeId: 'check',
        decision: 'approve',
      })
      await route.continue()
    })
    await page
      .getByRole('button', { name: /^Approve/ })
      .first()
      .click()
    // In the board, or as a toast when the live view was quicker and has closed it.
    await page
      .getByText(/Emil Editor approved this.*Your answer was not sent\./)
      .first()
      .waitFor()
    await page.context().close()
  })

  it('should open on what failed, and retry it', async () => {
    let broken = true
    site.fake.respond(() =>
      broken
        ? ({ response }) => {
            response.writeHead(400, { 'Content-Type': 'application/json' })
            response.end(JSON.stringify({ error: { message: 'No.', code: 'content_policy' } }))
          }
        : undefined,
    )
    const { id } = await site.run(flow([copy('copy', { provider: 'fake' })]))
    await site.until(id, 'failed')
    const page = await open(id)
    await page.locator('.workflows-node-error').waitFor()
    await shoot(page, 'monitor', 'failed')
    expect(await findingsInBothThemes(page, '.workflows-monitor')).toEqual([])
    broken = false
    await page.getByRole('button', { name: 'Retry The copy' }).click()
    await site.until(id, ({ status }) => status === 'completed')
    await page.getByText('Completed', { exact: true }).first().waitFor()
    await page.context().close()
  })

  it('should ask before it stops, and give viewers the reason why they may not', async () => {
    const { id } = await site.run(
      flow(
        [copy('copy'), review('check'), node('join', 'merge')],
        'copy>check',
        'copy>join',
        'check>join',
      ),
    )
    await site.until(id, (seen) => seen.nodes.some(({ status }) => status === 'waiting'))
    const watcher = await open(id, 'viewer@example.com')
    expect(await watcher.getByRole('button', { name: 'Stop' }).isDisabled()).toBe(true)
    await watcher.getByText('You may look at this, but not change it.').first().waitFor()
    await watcher.context().close()
    const page = await open(id)
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Stop', exact: true }).click()
    await site.until(id, 'stopped')
    await page.getByText('Stopped', { exact: true }).first().waitFor()
    await page.context().close()
  })

  it(
    'should find one step of many, and put together what has finished',
    { timeout: 120_000 },
    async () => {
      const gate = createGate()
      site.fake.respond(() => gate.answer)
      const rows = Array.from({ length: 8 }, (_, row) =>
        Array.from({ length: 8 }, (__, at): Record<string, unknown> => ({
          ...copy(`r${row}_${at}`, at === 7 ? { provider: 'fake' } : {}),
          label: `Part ${row * 8 + at + 1}`,
          position: { x: at * 320, y: row * 190 },
        })),
      )
      const edges = rows.flatMap((row) =>
        row.slice(1).map(({ id }, at) => `${String(row[at]?.id)}>${String(id)}`),
      )
      const { id } = await site.run(flow(rows.flat(), ...edges))
      await site.until(
        id,
        ({ nodes }) => nodes.filter(({ status }) => status === 'running').length === 8,
      )
      const page = await open(id)
      const cards = page.locator('.react-flow__node')
      await page.locator('.workflows-node--completed').nth(55).waitFor()
      await page.getByRole('combobox', { name: 'Find a step' }).fill('part 47')
      await page.keyboard.press('Enter')
      await page.locator('.workflows-side').getByRole('heading', { name: 'Part 47' }).waitFor()
      // At this size: another one would draw the flow anew, and hide what is forgotten when cards come back.
      await shootHere(page, 'states', 'many')
      expect(await findingsInBothThemes(page, '.workflows-monitor')).toEqual([])

      await page.getByRole('button', { name: 'Collapse finished' }).click()
      await page.getByRole('button', { name: 'Show all of it' }).click()
      await page.getByText('7 steps completed').nth(7).waitFor()
      expect(await cards.count()).toBe(16)
      await shootHere(page, 'states', 'collapsed')
      expect(await findingsInBothThemes(page, '.workflows-monitor')).toEqual([])
      // What stands under one's eyes stays there when a stack is taken apart by keyboard.
      await page.getByRole('button', { name: 'Following' }).click()
      const beside = page.locator('.react-flow__node[data-id=r0_7]')
      const stack = cards.filter({ hasText: '7 steps completed' }).first()
      await stack.focus()
      await page.keyboard.press('Enter')
      await page.getByText('7 steps completed').nth(7).waitFor({ state: 'hidden' })
      await page.locator('.react-flow__node[data-id=r0_0]:focus').waitFor()
      expect(await beside.isVisible()).toBe(true)
      // The search finds what is in a stack, too.
      await page.getByRole('combobox', { name: 'Find a step' }).fill('part 20')
      await page.keyboard.press('Enter')
      await page.locator('.react-flow__node[data-id=r2_3]').waitFor()
      gate.open()
      site.fake.respond(() => undefined)
      await site.until(id, 'completed')
      await page.context().close()
    },
  )
})
