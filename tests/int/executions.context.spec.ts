import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { ExecutionDetail } from '../../src/plugins/workflows/operations/executions/types.js'

import { createSeeder } from '../../dev/seed/seeder.js'
import {
  codeOf,
  copy,
  createGate,
  EXECUTIONS,
  flow,
  nodeOf,
  promptOf,
  startWorkflowSite,
  UNKNOWN_ID,
  type Refusal,
  type WorkflowSite,
} from '../support/workflow.js'

type Image = { type: string; image_url?: { url: string } }

let site: WorkflowSite
let template: string
let ids: Record<'brand' | 'brief' | 'foreign' | 'other', string>

beforeAll(async () => {
  site = await startWorkflowSite({ name: 'context' })
  template = await site.template(
    flow([copy('posts', { provider: 'fake', systemPrompt: 'You are calm.' })]),
  )
  const { ensure, richText } = await createSeeder(site.payload)
  const { acme, rival } = site.studios
  const document = (title: string, place: object) =>
    ensure({
      collection: 'documents',
      where: { title: { equals: title } },
      data: { title, body: richText(`All of **${title}** in a few words.`), ...place },
    })
  ids = {
    brand: await document('Brand voice', acme),
    brief: await document('Launch brief', acme),
    other: await document('Elsewhere', { workspace: acme.workspace }),
    foreign: await document('Secret plan', rival),
  }
})
afterAll(() => site.stop())
beforeEach(() => {
  site.fake.requests.length = 0
  site.fake.respond(() => undefined)
})

const picture = (colour: string) =>
  sharp({ create: { width: 20, height: 20, channels: 3, background: colour } })
    .png()
    .toBuffer()

/** What the model was told, once the execution is over. */
const told = async (more: Record<string, unknown>): Promise<{ text: string; images: string[] }> => {
  const { id } = await site.launch(template, more)
  await site.until(id, 'completed')
  expect(site.fake.requests).toHaveLength(1)
  const request = site.fake.requests[0]!
  const messages = request.body['messages'] as { role: string; content: Image[] | string }[]
  const parts = messages.flatMap(({ content }) => (typeof content === 'string' ? [] : content))
  const images = parts.flatMap(({ image_url }) => (image_url ? [image_url.url] : []))
  return { text: promptOf(request), images }
}
const refused = (more: object) =>
  site.post<Refusal>('editor', `${EXECUTIONS}/launch`, {
    template,
    params: { topic: 'tea' },
    ...more,
  })

describe('context documents', () => {
  it('should reach the model as marked data outside the system message, each once', async () => {
    const { text } = await told({
      contextDocuments: { mode: 'selected', ids: [ids.brand, ids.brief, ids.brand] },
    })
    expect(text).toContain('All of Brand voice in a few words.')
    expect(text.match(/title=\\"Brand voice\\"/g)).toHaveLength(1)
    expect(text).toContain('All of Launch brief in a few words.')
    expect(text).not.toContain('Elsewhere')
    const messages = site.fake.requests[0]!.body['messages'] as { role: string }[]
    expect(JSON.stringify(messages[0])).toMatch(/system.*You are calm/)
    expect(JSON.stringify(messages[0])).not.toContain('Brand voice')
  })

  it('should be all of the project, or of the workspace, and none of others', async () => {
    const { text } = await told({
      project: site.studios.acme.project,
      contextDocuments: { mode: 'all' },
    })
    expect(text).toContain('Brand voice')
    expect(text).not.toMatch(/Elsewhere|Secret plan/)
    site.fake.requests.length = 0
    const whole = await told({ contextDocuments: { mode: 'all' } })
    expect(whole.text).toMatch(/Elsewhere/)
    expect(whole.text).not.toContain('Secret plan')
  })

  it('should stay away where nothing was chosen, or the node wants none', async () => {
    expect((await told({})).text).not.toContain('source-')
    site.fake.requests.length = 0
    const none = await site.run(flow([copy('posts', { provider: 'fake', contextMode: 'none' })]), {
      contextDocuments: { mode: 'selected', ids: [ids.brand] },
    })
    await site.until(none.id, 'completed')
    expect(promptOf(site.fake.requests[0]!)).not.toContain('Brand voice')
  })

  it('should refuse missing, foreign and malformed ones and name them', async () => {
    const wanted = [ids.brand, UNKNOWN_ID, ids.foreign, 'no-id', 7]
    const answer = await refused({ contextDocuments: { mode: 'selected', ids: wanted } })
    expect([answer.status, codeOf(answer)]).toEqual([422, 'context_missing'])
    const { data, message } = answer.body.errors[0]
    expect(data['ids']).toEqual([UNKNOWN_ID, ids.foreign, 'no-id', 7])
    expect(data.issues?.map(({ code }) => code)).toEqual(Array(4).fill('context_missing'))
    expect(message).toContain(ids.foreign)
    expect(message).not.toContain('Secret plan')
  })

  it('should refuse what a node names and the launcher may not read', async () => {
    const own = await site.template(
      flow([copy('posts', { contextMode: 'custom', contextDocuments: [ids.foreign] })]),
    )
    const answer = await refused({ template: own })
    expect([answer.status, codeOf(answer)]).toEqual([422, 'context_missing'])
    expect(answer.body.errors[0].data['ids']).toEqual([ids.foreign])
  })

  it('should bring their attached images to the model', async () => {
    const { acme } = site.studios
    const media = await site.payload.create({
      collection: 'media',
      data: { alt: 'Our logo', ...acme },
      file: { data: await picture('red'), name: 'logo.png', mimetype: 'image/png', size: 90 },
    })
    const path = `/documents/${ids.brand}/attachments`
    expect((await site.post('editor', path, { imageIds: [media.id] })).status).toBe(200)
    const { text, images } = await told({
      contextDocuments: { mode: 'selected', ids: [ids.brand] },
    })
    expect(text).toContain('Our logo')
    expect(images).toEqual([expect.stringMatching(/^data:image\/(png|jpeg|webp);base64,/)])
  })

  it('should fail the node that needs one deleted meanwhile, and say which', async () => {
    const { ensure } = await createSeeder(site.payload)
    const id = await ensure({
      collection: 'documents',
      where: { title: { equals: 'Short lived' } },
      data: { title: 'Short lived', ...site.studios.acme },
    })
    const gate = createGate()
    site.fake.respond(() => gate.answer)
    const graph = flow(
      [copy('first', { provider: 'fake' }), copy('second', { provider: 'fake' })],
      'first>second',
    )
    const execution = await site.run(graph, {
      contextDocuments: { mode: 'selected', ids: [id] },
    })
    await expect.poll(() => site.fake.requests.length, { timeout: 20_000 }).toBe(1)
    await site.payload.delete({ collection: 'documents', id })
    gate.open()
    const failed = await site.until(execution.id, 'failed')
    expect(nodeOf(failed, 'first').status).toBe('completed')
    expect(failed.error).toMatchObject({ code: 'context_missing', nodeId: 'second' })
    expect(failed.error?.message).toContain(id)
    expect(site.fake.requests).toHaveLength(1)
  })
})

/** About the smallest PDF that pdf.js reads and Payload takes for one. */
const pdf = (text: string): Buffer => {
  const stream = `BT /F1 24 Tf 20 100 Td (${text}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<</Root 1 0 R/Size 6>>\nstartxref\n0\n%%EOF\n`)
}

describe('reference files', () => {
  const upload = async (name: string, mimetype: string, data: Buffer, workspace?: string) => {
    const { id } = await site.payload.create({
      collection: 'reference-files',
      data: { workspace: workspace ?? site.studios.acme.workspace },
      file: { data, name, mimetype, size: data.length },
    })
    return String(id)
  }

  it('should reach the model: text, PDF and picture', async () => {
    const files = [
      await upload('facts.txt', 'text/plain', Buffer.from('Ten kilometres of cable. Grüße!')),
      await upload('prices.pdf', 'application/pdf', pdf('Forty euros a month')),
      await upload('look.png', 'image/png', await picture('blue')),
    ]
    const { text, images } = await told({ referenceFiles: files })
    expect(text).toContain('Ten kilometres of cable. Grüße!')
    expect(text).toContain('Forty euros a month')
    expect(text).toContain('look.png')
    expect(images).toHaveLength(1)
  })

  it('should refuse missing and foreign ones and name them', async () => {
    const foreign = await upload(
      'theirs.txt',
      'text/plain',
      Buffer.from('Theirs'),
      site.studios.rival.workspace,
    )
    const answer = await refused({ referenceFiles: [UNKNOWN_ID, foreign] })
    expect([answer.status, codeOf(answer)]).toEqual([422, 'context_missing'])
    expect(answer.body.errors[0].data['ids']).toEqual([UNKNOWN_ID, foreign])
  })

  it.each([
    ['a file that is no text', 'text/plain', Buffer.from([0, 1, 2, 255, 254, 0])],
    ['a PDF that is broken', 'application/pdf', Buffer.from('%PDF-1.4 startxref nothing %%EOF')],
  ])('should fail the node, with a sentence, at %s', async (name, type, data) => {
    const file = await upload(`${name}.${type.slice(-3)}`, type, data)
    const { id } = await site.launch(template, { referenceFiles: [file] })
    const { error, jobs }: ExecutionDetail = await site.until(id, 'failed')
    expect(error).toMatchObject({ code: 'context_unreadable', nodeId: 'posts' })
    expect(error?.message).toContain(name)
    expect(error?.message).toContain('PDF')
    expect(jobs[0]).toMatchObject({ status: 'failed', attempts: 1 })
    expect(site.fake.requests).toHaveLength(0)
  })
})
