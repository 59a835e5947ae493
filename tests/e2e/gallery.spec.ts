import path from 'node:path'

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { repository } from '../../scripts/repository.js'
import { loginAs, openBrowser, type TestBrowser } from '../support/browser.js'
import { gate } from '../support/waitFor.js'
import { startTestSite, type TestSite } from '../support/web.js'
import { startWorkflowSite, type WorkflowSite } from '../support/workflow.js'
import { findingsInBothThemes } from './support/findingsInBothThemes.js'
import { shoot } from './support/shoot.js'

const ARTEFACTS = path.join(repository, 'tests', 'artefacts')
const GALLERY = '/admin/collections/workflow-templates'
const CARD = '.workflows-card:not(.workflows-card--loading)'

let site: WorkflowSite
let web: TestSite
let browser: TestBrowser

beforeAll(async () => {
  site = await startWorkflowSite({ name: 'e2e_gallery' })
  web = await startTestSite({
    databaseUri: site.databaseUri,
    dataDir: path.join(ARTEFACTS, 'gallery-data'),
  })
  browser = await openBrowser()
}, 900_000)

afterAll(async () => {
  await browser?.close()
  await web?.stop()
  await site?.stop()
})

const open = async (email: string, at = GALLERY): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await loginAs({ page, url: web.url, email })
  // The first list of active executions is asked for by an effect: the page then answers clicks.
  const ready = page.waitForResponse((answer) => answer.url().includes('/workflows/executions?'))
  await page.goto(`${web.url}${at}`)
  await ready
  if (at.startsWith(GALLERY)) await page.locator(CARD).first().waitFor()
  return page
}

/** Colours of Payload's own buttons, focused or hovered, are not ours to judge. */
const findings = (page: Page, within: string): Promise<string[]> =>
  findingsInBothThemes(page, within, ['.btn'])

const cardOf = (page: Page, name: string) => page.locator(CARD).filter({ hasText: name })

describe('the gallery', { timeout: 180_000 }, () => {
  it('should lead from the dashboard to a launched execution in at most 6 clicks', async () => {
    const page = await open('editor@example.com', '/admin')
    let clicks = 0
    const click = async (target: ReturnType<Page['locator']>) => {
      clicks += 1
      await target.click()
    }
    const link = page.locator(`a[href$="${GALLERY}"]`).first()
    // At this width the page closes its navigation when it comes alive.
    await page.locator('aside.nav[inert]').waitFor({ state: 'attached' })
    await click(page.locator('.nav-toggler').first())
    await click(link)
    const card = cardOf(page, 'Facebook Ads Campaign')
    await card.hover()
    await click(card.getByText('Use template'))
    await page.getByRole('dialog').getByLabel('Product').fill('Fjord 3')
    await click(page.getByRole('button', { name: 'Launch', exact: true }))
    await page.waitForURL(/workflow-executions\/[^/]+$/)
    const id = page.url().split('/').at(-1) ?? ''
    expect(clicks).toBeLessThanOrEqual(6)
    await page.getByRole('button', { name: /Active workflows/ }).click()
    await page.locator('.workflows-slide-over__panel').waitFor()
    await page.locator('.workflows-row').first().waitFor()
    expect(await findings(page, '.workflows-slide-over')).toEqual([])
    await shoot(page, 'gallery', 'active')
    await page.keyboard.press('Escape')
    await page.locator('.workflows-slide-over__panel').waitFor({ state: 'hidden' })
    await site.until(id, 'completed')
    await page.context().close()
  })

  it('should launch once on a double click', async () => {
    const page = await open('editor@example.com')
    const launches: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/executions/launch')) launches.push(request.url())
    })
    const card = cardOf(page, 'Blog Post with Social')
    await card.hover()
    await card.getByText('Use template').click()
    await page.getByRole('button', { name: 'Launch', exact: true }).dblclick()
    await page.waitForURL(/workflow-executions\/[^/]+$/)
    expect(launches).toHaveLength(1)
    await page.context().close()
  })

  it('should launch into the project that the form shows, however soon one presses', async () => {
    const page = await open('editor@example.com')
    const known = gate()
    await page.route('**/api/projects?**', async (route) => {
      await known.passed
      await route.continue()
    })
    const card = cardOf(page, 'Blog Post with Social')
    await card.hover()
    await card.getByText('Use template').click()
    await page.getByRole('button', { name: 'Launch', exact: true }).click()
    await page.getByRole('button', { name: 'Launching' }).waitFor()
    known.open()
    await page.waitForURL(/workflow-executions\/[^/]+$/)
    const { project } = await site.payload.findByID({
      collection: 'workflow-executions',
      id: page.url().split('/').at(-1) ?? '',
      depth: 0,
    })
    expect(project).toBe(site.studios.acme.project)
    await page.context().close()
  })

  it('should say what is wrong beside the field and in the footer, and keep what was typed', async () => {
    const page = await open('editor@example.com')
    const card = cardOf(page, 'Facebook Ads Campaign')
    await card.hover()
    await card.getByText('Use template').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Product').fill('Kept')
    await dialog.getByLabel('Audience').fill('')
    await dialog.locator('.workflows-launch__price').waitFor()
    await dialog.getByRole('button', { name: 'Launch', exact: true }).click()
    await dialog.getByText('1 field needs attention:').waitFor()
    expect(await dialog.getByLabel('Audience').getAttribute('aria-invalid')).toBe('true')
    expect(await findings(page, '.workflows-dialog')).toEqual([])
    await shoot(page, 'gallery', 'launch')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await card.hover()
    await card.getByText('Use template').click()
    expect(await dialog.getByLabel('Product').inputValue()).toBe('Kept')
    await page.context().close()
  })

  it('should keep category, search and order in the address', async () => {
    const page = await open('editor@example.com')
    await cardOf(page, 'Facebook').hover()
    expect(await findings(page, '.workflows-gallery')).toEqual([])
    await shoot(page, 'gallery', 'gallery')
    await page.getByRole('button', { name: /^Paid Ads/ }).click()
    await page.waitForURL(/category=Paid/)
    await page.getByPlaceholder('Search by name or description').fill('facebook')
    await page.waitForURL(/search=facebook/)
    await page.reload()
    await page.locator(CARD).first().waitFor()
    // While the answer still streams in, React may hold a hidden second copy.
    await expect.poll(() => page.locator(CARD).count()).toBe(1)
    expect(await page.getByPlaceholder('Search by name or description').inputValue()).toBe(
      'facebook',
    )
    await page.getByPlaceholder('Search by name or description').fill('nothing like it')
    await page.getByText('Nothing matches').waitFor()
    await shoot(page, 'gallery', 'nothing-found')
    expect(await findings(page, '.workflows-gallery')).toEqual([])
    await page.getByRole('button', { name: 'Show all templates' }).click()
    await page.locator(CARD).nth(4).waitFor()
    await page.goto(`${web.url}${GALLERY}?view=table`)
    await page.locator('table').waitFor()
    await page.context().close()
  })

  it('should show what a template does and walk to its neighbours', async () => {
    const page = await open('editor@example.com')
    // The demo's provider names no prices; a site's own does.
    await page.route('**/estimate', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ json: { ...((await answer.json()) as object), cost: 0.1132 } })
    })
    const first = page.locator(CARD).first()
    await first.hover()
    await first.getByText('Preview', { exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('.react-flow__node').first().waitFor()
    await dialog.getByText('$0.11').waitFor()
    const name = await dialog.getByRole('heading', { level: 2 }).textContent()
    await shoot(page, 'gallery', 'preview')
    expect(await findings(page, '.workflows-dialog')).toEqual([])
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => dialog.getByRole('heading', { level: 2 }).textContent()).not.toBe(name)
    await page.context().close()
  })

  it('should show a viewer everything but launching, and why', async () => {
    const page = await open('viewer@example.com')
    const first = page.locator(CARD).first()
    await first.hover()
    expect(await page.getByText('Use template').count()).toBe(0)
    expect(await page.getByText('Create New').count()).toBe(0)
    await first.getByText('Preview', { exact: true }).click()
    await page.getByRole('dialog').getByText('You can look, but not launch').waitFor()
    await page.context().close()
  })

  it('should be Payload’s own list in a drawer, where one picks a template', async () => {
    const page = await open('editor@example.com', '/admin/collections/documents/create')
    const body = page.locator('[data-lexical-editor]').first()
    await body.click()
    await page.keyboard.type('/relationship')
    await page.locator('.slash-menu-popup').getByText('Relationship').click()
    const drawer = page.locator('.list-drawer')
    await drawer.waitFor()
    await drawer.locator('.list-drawer__select-collection-wrap .rs__control').click()
    await page.getByRole('option', { name: 'Template', exact: true }).click()
    await drawer.getByRole('button', { name: 'Facebook Ads Campaign' }).waitFor()
    expect(await drawer.locator('.workflows-card').count()).toBe(0)
    await shoot(page, 'gallery', 'drawer')
    await drawer.getByRole('button', { name: 'Facebook Ads Campaign' }).click()
    await drawer.waitFor({ state: 'hidden' })
    await body.getByText('Facebook Ads Campaign').waitFor()
    await page.context().close()
  })

  it('should say what to do where there are no templates at all', async () => {
    await site.payload.db.deleteMany({ collection: 'workflow-templates', where: {} })
    const page = await open('editor@example.com', '/admin')
    await page.goto(`${web.url}${GALLERY}`)
    await page.getByText('No templates here yet').first().waitFor()
    await shoot(page, 'gallery', 'empty')
    expect(await findings(page, '.workflows-gallery')).toEqual([])
    await page.context().close()
  })
})
