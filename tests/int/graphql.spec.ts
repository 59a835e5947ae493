import { configToSchema } from '@payloadcms/graphql'
import type { GraphQLSchema } from 'graphql'
import { createLocalReq, type PayloadRequest } from 'payload'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  copy,
  flow,
  review,
  startWorkflowSite,
  UNKNOWN_ID,
  type WorkflowSite,
} from '../support/workflow.js'

// Payload requires graphql; vitest would import the package's other build, which is «another realm».
const { graphql, printSchema } = createRequire(import.meta.url)(
  'graphql',
) as typeof import('graphql')

let site: WorkflowSite
let schema: GraphQLSchema

beforeAll(async () => {
  site = await startWorkflowSite({ name: 'graphql' })
  schema = configToSchema(site.payload.config).schema
})
afterAll(() => site.stop())

type Person = 'editor' | 'nobody' | 'rival' | 'viewer'
type Data = Record<string, Record<string, unknown>>

interface Answer {
  data: Data
  status: number | undefined
  code: string | undefined
}

/** Runs a document as Payload's handler does, `source` being all that differs from REST. */
async function ask(
  who: Person,
  source: string,
  variableValues: Record<string, unknown> = {},
): Promise<Answer> {
  const { docs } = await site.payload.find({
    collection: 'users',
    where: { email: { equals: `${who}@example.com` } },
  })
  const user = docs[0] && { ...docs[0], collection: 'users' }
  const req = await createLocalReq(
    { user: user as unknown as NonNullable<PayloadRequest['user']> },
    site.payload,
  )
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue: { req } })
  const error = errors?.[0]?.originalError as { status: number; data: { code: string } } | undefined
  if (errors && !error) throw new Error(errors[0]?.message)
  return { data: (data ?? {}) as Data, status: error?.status, code: error?.data.code }
}

const LAUNCH = `mutation ($template: ID!, $key: String) {
  launchWorkflow(template: $template, params: { topic: "tea" }, idempotencyKey: $key) { id status nodes { id status } }
}`
const READ = `query ($id: ID!) { workflowExecution(id: $id) { id status outputs { documents { title } } jobs { status output } } }`

describe('executions over GraphQL', () => {
  it('should launch, once a key, and be read to the end', async () => {
    const template = await site.template(flow([copy('words', { quantity: 2 })]))
    const variables = { template, key: 'one' }
    const [first, second] = [
      await ask('editor', LAUNCH, variables),
      await ask('editor', LAUNCH, variables),
    ]
    const id = String(first.data.launchWorkflow?.id)
    expect(second.data.launchWorkflow?.id).toBe(id)
    await site.until(id, 'completed')

    const { data } = await ask('editor', READ, { id })
    expect(data.workflowExecution).toMatchObject({ id, status: 'completed' })
    expect(data.workflowExecution?.jobs).toHaveLength(2)
    const list = await ask(
      'editor',
      `{ workflowExecutions(status: "completed") { totalDocs docs { id } } }`,
    )
    expect(list.data.workflowExecutions?.docs).toEqual([{ id }])
  })

  it('should refuse as REST does: no login, too low a role, another workspace, wrong params', async () => {
    const template = await site.template(flow([copy('words')]))
    const { id } = await site.launch(template)
    expect(await ask('nobody', READ, { id })).toMatchObject({ status: 401 })
    expect(await ask('viewer', LAUNCH, { template })).toMatchObject({ status: 403 })
    expect(await ask('rival', LAUNCH, { template })).toMatchObject({ status: 404 })
    expect(await ask('rival', READ, { id })).toMatchObject({ status: 404 })
    const wrong = `mutation ($template: ID!) { launchWorkflow(template: $template, params: { topic: 7, nope: 1 }) { id } }`
    expect(await ask('editor', wrong, { template })).toMatchObject({
      status: 422,
      code: 'validation_failed',
    })
  })

  it('should control and answer reviews, with the conflicts of REST', async () => {
    const graph = flow([copy('words'), review('look'), copy('more')], 'words>look', 'look>more')
    const { id } = await site.run(graph)
    await site.until(id, (seen) => seen.pauseReason === 'review')
    const resume = `mutation ($id: ID!) { resumeWorkflow(id: $id) { status } }`
    expect(await ask('editor', resume, { id })).toMatchObject({
      status: 409,
      code: 'illegal_transition',
    })
    const approve = `mutation ($id: ID!) { reviewWorkflowNode(id: $id, nodeId: "look", decision: "approve") { status } }`
    expect(await ask('editor', approve, { id })).toMatchObject({ status: undefined })
    expect(await ask('editor', approve, { id })).toMatchObject({ status: 409 })
    await site.until(id, 'completed')
    const stop = `mutation ($id: ID!) { stopWorkflow(id: $id) { status } }`
    expect(await ask('editor', stop, { id })).toMatchObject({ status: 409 })
    expect(await ask('editor', stop, { id: UNKNOWN_ID })).toMatchObject({ status: 404 })
  })
})

describe('templates and attachments over GraphQL', () => {
  it('should list and clone', async () => {
    const template = await site.template(flow([copy('words')]), { name: 'Original' })
    const clone = `mutation ($id: ID!) { cloneWorkflowTemplate(id: $id, name: "Copy") { id name isSystem } }`
    const { data } = await ask('editor', clone, { id: template })
    expect(data.cloneWorkflowTemplate).toMatchObject({ name: 'Copy', isSystem: false })
    const list = await ask(
      'editor',
      `{ workflowTemplates(search: "Copy") { docs { name nodeCount } } }`,
    )
    expect(list.data.workflowTemplates?.docs).toEqual([{ name: 'Copy', nodeCount: 1 }])
  })

  it('should attach, choose the primary and detach', async () => {
    const { workspace } = site.studios.acme
    const document = await site.payload.create({
      collection: 'documents',
      data: { title: 'A page', workspace } as never,
    })
    const images = await Promise.all(['red', 'blue'].map((color) => createImage(color, workspace)))
    const variables = { id: document.id, images, image: images[1] }
    const attach = `mutation ($id: ID!, $images: [ID!]!) { attachImages(collection: "documents", id: $id, imageIds: $images) { totalCount } }`
    expect((await ask('editor', attach, variables)).data.attachImages).toEqual({ totalCount: 2 })
    const primary = `mutation ($id: ID!, $image: ID!) { setPrimaryImage(collection: "documents", id: $id, imageId: $image) { attachments { imageId isPrimary } } }`
    const set = await ask('editor', primary, variables)
    expect(set.data.setPrimaryImage?.attachments).toContainEqual({
      imageId: images[1],
      isPrimary: true,
    })
    const detach = `mutation ($id: ID!, $image: ID!) { detachImage(collection: "documents", id: $id, imageId: $image) { totalCount } }`
    expect((await ask('editor', detach, variables)).data.detachImage).toEqual({ totalCount: 1 })
    const read = `query ($id: ID!) { documentAttachments(collection: "documents", id: $id) { attachments { isPrimary } } }`
    expect((await ask('editor', read, variables)).data.documentAttachments).toEqual({
      attachments: [{ isPrimary: true }],
    })
    expect(await ask('viewer', attach, variables)).toMatchObject({ status: 403 })
    expect(await ask('rival', read, variables)).toMatchObject({ status: 404 })
    const elsewhere = `query ($id: ID!) { documentAttachments(collection: "users", id: $id) { totalCount } }`
    expect(await ask('editor', elsewhere, variables)).toMatchObject({ status: 404 })
  })
})

describe('the schema', () => {
  it('should name every query and mutation of the contract', () => {
    const printed = printSchema(schema)
    const names = [
      ...['workflowTemplates', 'workflowExecution', 'workflowExecutions', 'documentAttachments'],
      ...['launchWorkflow', 'pauseWorkflow', 'resumeWorkflow', 'stopWorkflow'],
      ...['retryWorkflowNode', 'skipWorkflowNode', 'reviewWorkflowNode', 'cloneWorkflowTemplate'],
      ...['attachImages', 'detachImage', 'setPrimaryImage'],
    ]
    for (const name of names) expect(printed).toMatch(new RegExp(`^  ${name}\\(`, 'm'))
  })
})

async function createImage(background: string, workspace: string): Promise<string> {
  const data = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer()
  const media = await site.payload.create({
    collection: 'media',
    data: { alt: background, workspace } as never,
    file: { data, mimetype: 'image/png', name: `${background}.png`, size: data.length },
  })
  return String(media.id)
}
