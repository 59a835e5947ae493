import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { errorAnswer, textAnswer } from '../support/fakeOpenAI.js'
import { copy, flow, review } from '../support/workflow.js'
import { CANARY, HOSTILE_TEXTS } from './support/hostileTexts.js'
import { shoot } from './support/shoot.js'
import { startWorkflowPages, type WorkflowPages } from './support/workflowPages.js'

const TITLE = '<img src=x onerror="window.__owned=1"> مرحبا 🚲 <script>window.__owned=2</script>'
const BODY = [
  '<script>window.__owned = 3</script>',
  '<img src=x onerror="window.__owned = 4">',
  '[press me](javascript:window.__owned=5) and <a href="javascript:window.__owned=6">me</a>',
  '<svg onload="window.__owned=7"></svg><iframe srcdoc="<script>parent.__owned=8</script>"></iframe>',
  'هذا نص من اليمين إلى اليسار \u202E and one that turns around',
  '👩‍👩‍👧‍👦🏳️‍🌈 '.repeat(20),
  'x'.repeat(2_000),
].join('\n\n')

/** As far as a file system takes it. */
const FILE_NAME = `x' onerror=window.__owned=9 y=javascript:alert(1) & <img src=x onerror=alert(1)>.png`

let pages: WorkflowPages
beforeAll(async () => {
  pages = await startWorkflowPages({ name: 'e2e_hostile' })
}, 600_000)
afterAll(() => pages?.stop())

const write = (body: string) =>
  pages.site.fake.respond(() => textAnswer({ text: JSON.stringify({ title: TITLE, body }) }))

/** Nothing of it has run, and none of it has become an element. */
const isText = async (page: Page): Promise<void> => {
  // Whatever would run, would on one of these.
  for (const link of await page.locator('a[href^="javascript:" i]').all()) await link.click()
  expect(
    await page.evaluate(() => ({
      owned: (window as { __owned?: number }).__owned ?? null,
      elements: document.querySelectorAll(
        'a[href^="javascript:" i], img[src="x"], iframe[srcdoc], svg[onload], [onerror]',
      ).length,
    })),
  ).toEqual({ owned: null, elements: 0 })
}

const isHarmless = async (page: Page): Promise<void> => {
  await isText(page)
  // Long words must not push the page aside.
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(1)
}

/** Seconds that the page's main thread has worked for it; what other processes take does not count. */
const countWork = async (page: Page): Promise<() => Promise<number>> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN
  }
}

/** An image whose name, description and caption would all rather be markup, on a document; its id. */
const addHostilePicture = async (document: number | string | undefined): Promise<string> => {
  const { site } = pages
  const data = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
  const { workspace, project } = site.studios.acme
  const { id } = await site.payload.create({
    collection: 'media',
    data: { alt: HOSTILE_TEXTS[0], workspace, project },
    file: { data, mimetype: 'image/png', name: FILE_NAME, size: data.length },
  })
  const place = `/documents/${document}/attachments`
  expect((await site.post('editor', place, { imageIds: [id] })).status).toBe(200)
  const captioned = await site.call('editor', `${place}/${id}`, {
    method: 'PATCH',
    json: { caption: HOSTILE_TEXTS[5] },
  })
  expect(captioned.status).toBe(200)
  return String(id)
}

const hostile = flow(
  [
    { ...copy('posts', { provider: 'fake', quantity: 2 }), label: TITLE },
    { ...review('look', { instructions: BODY.slice(0, 1_000), reviewType: 'edit' }), label: TITLE },
  ],
  'posts>look',
)

describe('hostile text that a model wrote', { timeout: 300_000 }, () => {
  it('should be text in the monitor, the review, the list of reviews and the panel', async () => {
    write(BODY)
    const { site } = pages
    const { id } = await site.launch(await site.template(hostile, { name: TITLE }), {
      params: { topic: TITLE },
    })
    await site.until(id, 'paused')
    const page = await pages.open(`${pages.monitorOf(id)}?review=look`)
    await page
      .locator('.workflows-review')
      .getByText('<script>window.__owned = 3</script>')
      .first()
      .waitFor()
    await isHarmless(page)
    await shoot(page, 'hostile', 'review')
    await page.getByText('Flow', { exact: true }).first().click()
    await page.locator('.react-flow__node').first().click()
    await page.locator('.workflows-side').getByText('<img src=x').first().waitFor()
    await isHarmless(page)
    for (const tab of ['Outputs', 'Activity', 'Params']) {
      await page.getByRole('tab', { name: tab }).click()
      await isHarmless(page)
    }
    await page.locator('.workflows-action').click()
    await page.getByRole('dialog').getByText('<img src=x').first().waitFor()
    await isHarmless(page)
    await shoot(page, 'hostile', 'panel')
    await page.keyboard.press('Escape')

    const list = await pages.open('/workflows/reviews')
    await list.locator('.workflows-reviews__row').getByText('<img src=x').first().waitFor()
    await isHarmless(list)
    await shoot(list, 'hostile', 'reviews')
    await list.context().close()

    await site.post('editor', `/workflows/executions/${id}/review`, {
      nodeId: 'look',
      decision: 'approve',
    })
    await site.until(id, 'completed')
    await page.reload()
    await page.locator('.workflows-outputs, .workflows-monitor__scroll').first().waitFor()
    await page.getByText('<img src=x').first().waitFor()
    await isHarmless(page)
    await shoot(page, 'hostile', 'outputs')
    await page.context().close()

    const [document] = (await site.read(id)).outputs.documents
    const places = [
      '/collections/documents',
      `/collections/documents/${document?.id}`,
      '/collections/workflow-executions',
      '/collections/workflow-templates',
    ]
    for (const place of places) {
      const other = await pages.open(place)
      await other.getByText('onerror=').first().waitFor({ state: 'attached' })
      await isHarmless(other)
      await other.context().close()
    }
  })

  it('should open nothing and ask nobody, in more than two hundred ways of being markup', async () => {
    expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(200)
    const { site } = pages
    const COPIES = 5
    const share = Math.ceil(HOSTILE_TEXTS.length / COPIES)
    let answered = 0
    site.fake.respond(({ body }) => {
      if (JSON.stringify(body).includes('broken: write')) {
        return errorAnswer(400, { message: HOSTILE_TEXTS.slice(0, 20).join(' ') })
      }
      const at = answered % COPIES
      answered += 1
      const texts = HOSTILE_TEXTS.slice(at * share, (at + 1) * share)
      const title = `Hostile ${at} ${texts[0]}`
      return textAnswer({ text: JSON.stringify({ title, body: texts.join('\n\n') }) })
    })
    const labelled = (from: number) =>
      flow(
        [
          { ...copy('posts', { provider: 'fake', quantity: COPIES }), label: HOSTILE_TEXTS[from] },
          {
            ...copy('broken', { provider: 'fake', contextMode: 'none' }),
            label: HOSTILE_TEXTS[from + 1],
          },
          {
            ...review('look', {
              reviewType: 'edit',
              instructions: HOSTILE_TEXTS.join('\n').slice(0, 4_900),
            }),
            label: HOSTILE_TEXTS[from + 2],
          },
        ],
        'posts>look',
        'posts>broken',
      )
    const name = `Hostile ${HOSTILE_TEXTS[2]}`
    const template = await site.template(labelled(5), { name, description: HOSTILE_TEXTS[1] })
    const { id } = await site.launch(template, { params: { topic: HOSTILE_TEXTS[3] } })
    await site.until(id, ({ nodes }) =>
      ['posts', 'broken'].every((node) =>
        nodes.some((one) => one.id === node && ['completed', 'failed'].includes(one.status)),
      ),
    )
    await site.payload.update({
      collection: 'workflow-templates',
      id: template,
      data: { graph: labelled(25), description: HOSTILE_TEXTS[10], _status: 'published' } as never,
    })
    const { documents } = (await site.read(id)).outputs
    expect(documents).toHaveLength(COPIES)
    const picture = await addHostilePicture(documents[0]?.id)

    const page = await pages.open('/account')
    const seen: string[] = []
    page.on('dialog', (dialog) => {
      seen.push(dialog.message())
      void dialog.dismiss()
    })
    page.context().on('request', (request) => {
      if (new URL(request.url()).hostname === CANARY) seen.push(request.url())
    })
    const admin = page.url().replace(/\/account$/, '')
    const visit = async (place: string, text: string) => {
      await page.goto(`${admin}${place}`)
      await page.getByText(text).first().waitFor({ state: 'attached' })
      await isText(page)
      expect([place, seen]).toEqual([place, []])
    }
    const monitor = pages.monitorOf(id)
    await visit(`${monitor}?review=look`, '<script')
    await visit(monitor, '<s')
    await page.getByText('Flow', { exact: true }).first().click()
    await page.locator('.react-flow__node').first().click()
    for (const tab of ['Outputs', 'Activity', 'Params']) {
      await page.getByRole('tab', { name: tab }).first().click()
      await isText(page)
    }
    await visit('/collections/workflow-executions', 'Hostile <ScRiPt>')
    await visit('/collections/workflow-templates', 'Hostile <ScRiPt>')
    await visit('/workflows/reviews', '<ScRiPt>')
    await visit('/collections/documents', 'Hostile 0')
    for (const document of documents) {
      await visit(`/collections/documents/${document.id}`, 'Made by a workflow')
    }
    await visit(`/collections/documents/${documents[0]?.id}`, 'onerror=window.__owned')
    await visit(`/collections/media/${picture}`, 'onerror=window.__owned')
    await visit('/collections/media', 'onerror=window.__owned')
    const versions = await site.payload.findVersions({
      collection: 'workflow-templates',
      where: { parent: { equals: template } },
      sort: '-updatedAt',
    })
    await visit(
      `/collections/workflow-templates/${template}/versions/${versions.docs[0]?.id}`,
      '<s',
    )
    await page.context().close()
    expect(seen).toEqual([])
  })

  it('should not keep the monitor from being used when it is a megabyte long', async () => {
    write('word '.repeat(200_000))
    const { site } = pages
    const { id } = await site.run(flow([copy('posts', { provider: 'fake' })]))
    await site.until(id, ({ status }) => ['completed', 'failed'].includes(status))
    const page = await pages.open(pages.monitorOf(id))
    const workedSeconds = await countWork(page)
    const before = await workedSeconds()
    await page.getByText('Flow', { exact: true }).first().click()
    await page.locator('.react-flow__node').first().click()
    await page.locator('.workflows-side').getByText('The posts').first().waitFor()
    // Idle it is 0.4 s.
    expect((await workedSeconds()) - before).toBeLessThan(5)
    await isHarmless(page)
    await page.context().close()
  })
})
