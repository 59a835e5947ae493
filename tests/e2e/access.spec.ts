import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { repository } from '../../scripts/repository.js'
import { loginAs, openBrowser, type TestBrowser } from '../support/browser.js'
import { login } from '../support/payload.js'
import { startTestSite, type TestSite } from '../support/web.js'
import { copy, EXECUTIONS, flow, review, startWorkflowSite } from '../support/workflow.js'
import type { WorkflowSite } from '../support/workflow.js'
import { findingsInBothThemes } from './support/findingsInBothThemes.js'

/** In the name, prompt and params of what only the workspace may see. */
const SECRET = 'Zanzibar'

let site: WorkflowSite
let web: TestSite
let browser: TestBrowser
let template: string
let execution: string
let document: string

beforeAll(async () => {
  site = await startWorkflowSite({ name: 'e2e_access' })
  web = await startTestSite({
    databaseUri: site.databaseUri,
    dataDir: path.join(repository, 'tests', 'artefacts', 'access-data'),
  })
  browser = await openBrowser()
  const graph = flow(
    [copy('posts', { quantity: 2, promptTemplate: `${SECRET} {{topic}}` }), review('look')],
    'posts>look',
  )
  template = await site.template(graph, { name: `${SECRET} campaign` })
  execution = (await site.launch(template, { params: { topic: SECRET } })).id
  const waiting = await site.until(execution, 'paused')
  document = String(waiting.outputs.documents[0]?.id)
}, 900_000)
afterAll(async () => {
  await browser?.close()
  await web?.stop()
  await site?.stop()
})

/** HTML as the server sends it: what is hidden by scripts would be in there. */
const html = async (who: 'editor' | 'nobody' | 'rival' | 'viewer', place: string) => {
  const token = who === 'nobody' ? null : await login(site.payload, `${who}@example.com`)
  const answer = await fetch(`${web.url}/admin${place}`, {
    redirect: 'manual',
    // As a browser says it: Payload believes a cookie only from the site's own pages.
    headers: token
      ? { Cookie: `payload-token=${token}`, Origin: web.url, 'Sec-Fetch-Site': 'same-origin' }
      : {},
  })
  return { status: answer.status, text: await answer.text() }
}

describe('views on the server', { timeout: 180_000 }, () => {
  const places = [
    () => '/collections/workflow-templates',
    () => '/collections/workflow-templates?view=table',
    () => `/collections/workflow-templates/${template}`,
    () => '/collections/workflow-executions',
    () => `/collections/workflow-executions/${execution}`,
    () => '/workflows/reviews',
    () => `/collections/documents/${document}`,
  ]

  it.each(places)('should send nothing to visitors without a login (%#)', async (place) => {
    const { status, text } = await html('nobody', place())
    expect([200, 302, 303, 307, 308, 404]).toContain(status)
    expect(text).not.toContain(SECRET)
  })

  it.each(places)(
    'should send nothing of a workspace to members of another (%#)',
    async (place) => {
      expect((await html('rival', place())).text).not.toContain(SECRET)
    },
  )

  it('should send it to a viewer of the workspace, or this test would prove nothing', async () => {
    for (const place of [0, 3, 4]) {
      expect((await html('viewer', places[place]?.() ?? '')).text).toContain(SECRET)
    }
  })
})

describe('the card that says where a document comes from', { timeout: 180_000 }, () => {
  const open = async (email: string) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await loginAs({ page, url: web.url, email })
    await page.goto(`${web.url}/admin/collections/documents/${document}`)
    return page
  }

  it('should name the run, the step, the model and the cost, and lead to the run', async () => {
    const page = await open('viewer@example.com')
    const card = page.getByRole('region', { name: 'Made by a workflow' })
    await card.getByText('The posts, item 1 of 2').waitFor()
    expect(await card.getByText('Approved by').count()).toBe(0)
    await card.getByText('Prompt and sources').press('Enter')
    await card.getByText(`${SECRET} ${SECRET}`).waitFor()
    expect(await findingsInBothThemes(page, '.workflows-provenance')).toEqual([])
    await card.getByRole('link', { name: `${SECRET} campaign` }).click()
    await page.waitForURL(`**/workflow-executions/${execution}`)
    await page.context().close()
  })

  it('should name who approved it', async () => {
    await site.post('demo', `${EXECUTIONS}/${execution}/review`, {
      nodeId: 'look',
      decision: 'approve',
    })
    const page = await open('editor@example.com')
    const card = page.getByRole('region', { name: 'Made by a workflow' })
    await card.getByText('Approved by').waitFor()
    await card.getByText('Dana Demo').waitFor()
    await page.context().close()
  })

  it('should not be there where a person made the document', async () => {
    const own = await site.payload.create({
      collection: 'documents',
      data: { title: 'By hand', workspace: site.studios.acme.workspace } as never,
    })
    const page = await browser.newPage()
    await loginAs({ page, url: web.url, email: 'editor@example.com' })
    const asked = page.waitForResponse((response) => response.url().includes('/provenance'))
    await page.goto(`${web.url}/admin/collections/documents/${own.id}`)
    await (await asked).finished()
    await page.locator('.workflows-images:not(:has([aria-busy=true]))').waitFor()
    expect(await page.locator('.workflows-provenance').count()).toBe(0)
    await page.context().close()
  })
})
