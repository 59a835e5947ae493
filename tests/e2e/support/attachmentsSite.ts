import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Payload } from 'payload'
import type { BrowserContextOptions, Page } from 'playwright-core'

import {
  createWorkflowsClient,
  type AttachmentView,
  type WorkflowsClient,
} from '../../../src/client/index.js'
import { drawDemoImage } from '../../../src/plugins/workflows/providers/demo/art/drawDemoImage.js'
import { loginAs, openBrowser } from '../../support/browser.js'
import { login, seedTestStudios, startTestPayload } from '../../support/payload.js'
import { createTestDatabase } from '../../support/postgres.js'
import { waitFor } from '../../support/waitFor.js'
import { startTestSite } from '../../support/web.js'

export const EDITOR = 'editor@example.com'
export const VIEWER = 'viewer@example.com'

/** Oldest first; the newest of them is the first in the dialog. */
const PICTURES = [
  // Grows past the limit in the test that needs it.
  'enormous',
  'canal-side',
  'blue-hour',
  'morning-quay',
  'gravel-climb',
  'forest-trail',
  'market-square',
  'lake-path',
  'city-park',
  'old-town-noon',
  'fjord-road',
  'bridge-climb',
  'harbour-evening',
]

export interface AttachmentsSite {
  url: string
  payload: Payload
  /** As the editor. */
  client: WorkflowsClient
  /** Media ids by name. */
  pictures: Record<string, string>
  /** A document of the demo's project; its id. */
  addDocument: (title: string, pictures?: string[]) => Promise<string>
  attached: (document: string) => Promise<AttachmentView[]>
  /** Names of files in their order, the primary one with a star. */
  stored: (document: string) => Promise<string[]>
  /** Waits until it is so. */
  storedAs: (document: string, expected: string[]) => Promise<boolean>
  /** More pictures of the project, the last one the newest: `name-0`, `name-1` … */
  addPictures: (name: string, count: number) => Promise<void>
  /** The document's page as `email`, once its images are there. */
  open: (document: string, email?: string, options?: BrowserContextOptions) => Promise<Page>
  /** A picture's own bytes, to upload as another file. */
  bytes: (seed: string) => Promise<Buffer>
  stop: () => Promise<void>
}

const draw = (seed: string, index: number): Promise<Buffer> =>
  drawDemoImage({
    seed,
    request: {
      prompt: seed,
      style: ['professional_marketing', 'minimalist', 'artistic'][index % 3] ?? '',
      width: 480,
      height: 480,
      hints: { seed, prompt: seed, index, quantity: 12, nodeLabel: seed, params: {}, context: [] },
    },
  } as Parameters<typeof drawDemoImage>[0])

/** The demo with a dozen pictures, served as people see it, and a browser. */
export const startAttachmentsSite = async (): Promise<AttachmentsSite> => {
  const database = await createTestDatabase('e2e_attachments')
  const dataDir = mkdtempSync(path.join(tmpdir(), 'payload-workflows-e2e-'))
  const { payload, stop } = await startTestPayload({
    databaseUri: database.uri,
    key: 'e2e attachments',
    dataDir,
  })
  const { workspace, project } = (await seedTestStudios(payload)).acme
  const pictures: Record<string, string> = {}
  const store = async (name: string, data: Buffer) => {
    const { id } = await payload.create({
      collection: 'media',
      data: { alt: name.replaceAll('-', ' '), workspace, project },
      file: { data, mimetype: 'image/png', name: `${name}.png`, size: data.length },
    })
    pictures[name] = String(id)
  }
  for (const [index, name] of PICTURES.entries()) await store(name, await draw(name, index))
  const web = await startTestSite({ databaseUri: database.uri, dataDir })
  const browser = await openBrowser()
  const client = createWorkflowsClient({
    baseURL: `${web.url}/api`,
    headers: { Authorization: `JWT ${await login(payload, EDITOR)}` },
  })
  const attached = async (document: string) => {
    const list = await client.attachments.list({ collection: 'documents', id: document })
    return list.attachments
  }
  const stored = async (document: string) =>
    (await attached(document)).map(
      ({ filename, isPrimary }) => `${filename}${isPrimary ? '*' : ''}`,
    )
  return {
    url: web.url,
    payload,
    client,
    pictures,
    attached,
    stored,
    storedAs: (document, expected) =>
      waitFor(
        `the order ${expected.join(', ')}`,
        async () => (await stored(document)).join() === expected.join(),
      ),
    addPictures: async (name, count) => {
      const data = await draw(name, 0)
      for (let index = 0; index < count; index++) await store(`${name}-${index}`, data)
    },
    bytes: (seed) => draw(seed, seed.length),
    addDocument: async (title, names = []) => {
      const { id } = await payload.create({
        collection: 'documents',
        data: { title, workspace, project },
      })
      const imageIds = names.map((name) => pictures[name] ?? name)
      if (imageIds.length > 0) {
        await client.attachments.attach({ collection: 'documents', id: String(id), imageIds })
      }
      return String(id)
    },
    open: async (document, email = EDITOR, options = {}) => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options })
      page.setDefaultTimeout(90_000)
      await loginAs({ page, url: web.url, email })
      await page.goto(`${web.url}/admin/collections/documents/${document}`)
      await page.locator('.workflows-images:not(:has([aria-busy=true]))').waitFor()
      // It loads late and stands above the images: until it is there they move.
      await page.locator('[data-lexical-editor]').first().waitFor()
      return page
    },
    stop: async () => {
      await browser.close()
      await web.stop()
      await stop()
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
