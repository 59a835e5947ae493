import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { copy, flow, review } from '../support/workflow.js'
import { findingsInBothThemes } from './support/findingsInBothThemes.js'
import { shoot } from './support/shoot.js'
import { startWorkflowPages, type WorkflowPages } from './support/workflowPages.js'

let pages: WorkflowPages
beforeAll(async () => {
  pages = await startWorkflowPages({ name: 'e2e_reviews' })
}, 600_000)
afterAll(() => pages?.stop())

const wait = async (id: string, config: Record<string, unknown> = {}, more = {}) => {
  const { site } = pages
  const graph = flow([copy('posts', { quantity: 2 }), review(id, config)], `posts>${id}`)
  const execution = await site.launch(await site.template(graph, { name: `Flow of ${id}` }), more)
  await site.until(execution.id, 'paused')
  return execution.id
}

describe('reviews', { timeout: 180_000 }, () => {
  it('should be counted in the navigation, listed, and answered from the list', async () => {
    const id = await wait('look', {
      reviewType: 'selection',
      instructions: 'One will do.',
      autoApproveAfterMinutes: 90,
    })
    const page = await pages.open('/')
    const link = page.locator('#nav-workflow-reviews')
    await link.getByText('1 review waits for you').waitFor({ state: 'attached' })
    // In the group of the executions, right below them.
    const before = await link.evaluate(
      (element) => element.closest('.workflows-nav-place')?.previousElementSibling?.id,
    )
    expect(before).toBe('nav-workflow-executions')
    const nav = page.locator('aside.nav')
    // At this width it may be closed, or closes while the page comes alive.
    await expect
      .poll(
        async () => {
          const isClosed = (await nav.getAttribute('inert')) !== null
          if (isClosed) await page.locator('.nav-toggler').first().click()
          await link.click({ timeout: 5_000 }).catch(() => undefined)
          return page.url()
        },
        { timeout: 30_000 },
      )
      .toContain('/workflows/reviews')
    const row = page.locator('.workflows-reviews__row')
    await row.getByText('One will do.').waitFor()
    await row.getByText('Flow of look · Launched by Emil Editor').waitFor()
    await row.getByText(/Approves itself in 1 h/).waitFor()
    expect(await findingsInBothThemes(page, '.workflows-reviews')).toEqual([])
    await shoot(page, 'reviews', 'list')

    await row.getByRole('link', { name: 'Review The look of Flow of look' }).click()
    await page.getByRole('button', { name: /^Approve 2/ }).click()
    await pages.site.until(id, 'completed')
    await page.goBack()
    await page.getByText('Nothing waits for you').waitFor()
    expect(await page.locator('.workflows-nav-count').count()).toBe(0)
    await shoot(page, 'reviews', 'empty')
    await page.context().close()
  })

  it('should appear and disappear on an open list without a reload', async () => {
    const page = await pages.open('/workflows/reviews', 'demo@example.com')
    await page.getByText('Nothing waits for you').waitFor()
    const id = await wait('late')
    await page.locator('.workflows-reviews__row').getByText('The late').waitFor()
    await pages.site.post('editor', `/workflows/executions/${id}/review`, {
      nodeId: 'late',
      decision: 'approve',
    })
    await page.getByText('Nothing waits for you').waitFor()
    await page.context().close()
  })

  it('should open the very one that was asked for, of several in one execution', async () => {
    const { site } = pages
    const { id } = await site.run(
      flow([copy('posts'), review('one'), review('two')], 'posts>one', 'posts>two'),
    )
    await site.until(id, 'paused')
    const page = await pages.open(`${pages.monitorOf(id)}?review=two`)
    await page.getByRole('region', { name: 'The two' }).waitFor()
    await page.context().close()
    await site.post('editor', `/workflows/executions/${id}/stop`)
  })

  it('should not be offered to those who may not answer', async () => {
    const id = await wait('mine', { reviewers: ['demo@example.com'] })
    const page = await pages.open('/workflows/reviews')
    await page.getByText('Nothing waits for you').waitFor()
    await page.context().close()
    await pages.site.post('editor', `/workflows/executions/${id}/stop`)
  })

  it('should ask visitors to log in first', async () => {
    const page = await pages.open('/workflows/reviews')
    await page.context().clearCookies()
    await page.reload()
    await page.waitForURL(/\/login\?redirect=%2Fadmin%2Fworkflows%2Freviews/)
    await page.context().close()
  })
})

describe('saved filters of executions', { timeout: 180_000 }, () => {
  it('should keep what is shown in the address, and say what waits for whom', async () => {
    const { site } = pages
    const waiting = await wait('asked', { reviewers: ['demo@example.com'] })
    const done = await site.run(flow([copy('posts')]), { test: true })
    await site.until(done.id, 'completed')
    const page = await pages.open('/collections/workflow-executions', 'demo@example.com')
    const rows = page.locator('.collection-list tbody tr')
    const filter = (name: RegExp) =>
      page.getByRole('group', { name: 'Saved filters' }).getByRole('button', { name })
    await page.locator('.workflows-test-badge').first().waitFor()
    await shoot(page, 'executions', 'filters')
    expect(await findingsInBothThemes(page, '.workflows-filters')).toEqual([])

    await filter(/^Waiting for you/).click()
    await page.waitForURL(/saved=waiting/)
    await expect.poll(() => rows.count(), { timeout: 20_000 }).toBe(1)
    await rows.getByText('Flow of asked').waitFor()
    await page.reload()
    // Drawn by the server, it is not alive yet.
    await page.locator('.nav--nav-hydrated').waitFor({ state: 'attached' })
    await expect.poll(() => rows.count(), { timeout: 20_000 }).toBe(1)
    expect(await filter(/^Waiting for you/).getAttribute('aria-pressed')).toBe('true')
    await filter(/^Mine$/).click()
    await page.waitForURL(/saved=mine/)
    await expect.poll(() => rows.count(), { timeout: 20_000 }).toBe(0)
    await filter(/^All$/).click()
    await expect.poll(() => rows.count(), { timeout: 20_000 }).toBeGreaterThan(1)
    await page.context().close()
    await site.post('editor', `/workflows/executions/${waiting}/stop`)
  })
})
