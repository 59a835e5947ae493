import { mkdirSync } from 'node:fs'
import path from 'node:path'

import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { repository } from '../../scripts/repository.js'
import { loginAs, openBrowser, type TestBrowser } from '../support/browser.js'
import { startTestSite, type TestSite } from '../support/web.js'
import { copy, flow, image, node, review, startWorkflowSite } from '../support/workflow.js'
import type { WorkflowSite } from '../support/workflow.js'

const SHOTS = path.join(repository, 'tests', 'artefacts', 'monitor')
const EDITOR = 'editor@example.com'

let site: WorkflowSite
let web: TestSite
let browser: TestBrowser

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
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

const shoot = async (page: Page, name: string): Promise<void> => {
  for (const theme of ['light', 'dark']) {
    await page.evaluate(
      (value) => document.documentElement.setAttribute('data-theme', value),
      theme,
    )
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.screenshot({ path: path.join(SHOTS, `${name}-${theme}.png`) })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.screenshot({ path: path.join(SHOTS, `${name}-${theme}-390.png`) })
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

/** Serious and critical findings in our part of the page. */
const findings = async (page: Page): Promise<string[]> => {
  // What lies under the pointer has the hover colours of Payload's own buttons, which are not ours to judge.
  await page.mouse.move(1, 1)
  // What a transition passes through is not what people look at.
  await page.addStyleTag({
    content: '*, *::before, *::after { transition: none !important; animation: none !important }',
  })
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: typeof axe }
    const { violations } = await run.run('.workflows-monitor')
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
  })
}

describe('the monitor', () => {
  it('should show a run to its end and open on what it made', async () => {
    const { id } = await site.run(
      flow([copy('copy', { quantity: 3 }), image('image')], 'copy>image'),
    )
    const page = await open(id)
    await page.getByText('Completed', { exact: true }).first().waitFor()
    await site.until(id, 'completed')
    await page.reload()
    await page.getByRole('heading', { name: 'Result' }).waitFor()
    expect(await page.locator('.workflows-output').count()).toBe(4)
    await shoot(page, 'completed')
    expect(await findings(page)).toEqual([])
    await page.getByRole('radio', { name: 'Flow' }).click()
    await page.locator('.react-flow__node').first().waitFor()
    expect(await findings(page)).toEqual([])
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
    await shoot(page, 'review')
    expect(await findings(page)).toEqual([])
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
    await shoot(page, 'failed')
    expect(await findings(page)).toEqual([])
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
})
