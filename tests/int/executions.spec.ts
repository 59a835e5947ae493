import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ExecutionDetail } from '../../src/plugins/workflows/operations/executions/types.js'

import {
  copy,
  EXECUTIONS,
  flow,
  image,
  INPUTS,
  jobsOf,
  nodeOf,
  startWorkflowSite,
  statesOf,
  type WorkflowSite,
} from '../support/workflow.js'

const ID = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)

let site: WorkflowSite
beforeAll(async () => {
  site = await startWorkflowSite({
    name: 'executions',
    workflows: {
      prices: { 'demo-writer': { inputPerMillion: 100, outputPerMillion: 1_000 } },
    },
  })
})
afterAll(() => site.stop())

const graph = flow(
  [
    copy('posts', { quantity: '{{count}}', outputStatus: 'draft' }),
    image('picture', { promptTemplate: 'A cup of {{topic}}' }),
    {
      ...copy('summary', {
        promptTemplate: 'Sum up: {{nodes.posts.output.text}} ({{nodes.posts.output.count}})',
      }),
      label: 'Summing up',
    },
  ],
  'posts>summary',
  'picture>summary',
)

describe('an execution', () => {
  let template: string
  let launched: ExecutionDetail
  let done: ExecutionDetail

  beforeAll(async () => {
    template = await site.template(graph, { name: 'Posts' })
    launched = await site.launch(template, {
      project: site.studios.acme.project,
      params: { topic: 'green tea', count: 3 },
    })
    done = await site.until(launched.id, 'completed')
  })

  it('should answer the whole detail at launch', () => {
    expect(launched).toMatchObject({
      id: ID,
      template: { id: template, name: 'Posts' },
      workspace: site.studios.acme.workspace,
      project: site.studios.acme.project,
      pauseReason: null,
      test: false,
      params: { topic: 'green tea', count: 3 },
      error: null,
      completedAt: null,
      createdAt: TIME,
    })
    expect(['pending', 'running']).toContain(launched.status)
    expect(launched.progress).toMatchObject({ totalNodes: 3, itemsTotal: 5 })
    expect(launched.nodes.map(({ id }) => id)).toEqual(['posts', 'picture', 'summary'])
    expect(launched.nodes[2]).toEqual({
      id: 'summary',
      type: 'generate_copy',
      label: 'Summing up',
      status: 'pending',
      itemsDone: 0,
      itemsTotal: 1,
      tokens: 0,
      cost: 0,
      startedAt: null,
      completedAt: null,
    })
    const number = expect.any(Number)
    expect(launched.totals).toEqual({ tokensIn: number, tokensOut: number, cost: number })
    expect(launched.outputs).toEqual({ documents: expect.any(Array), media: expect.any(Array) })
  })

  it('should run to the end and count every step and item', () => {
    expect(statesOf(done)).toEqual(['posts completed', 'picture completed', 'summary completed'])
    expect(done.progress).toEqual({
      percent: 100,
      completedNodes: 3,
      totalNodes: 3,
      itemsDone: 5,
      itemsTotal: 5,
      currentNodes: [],
      etaMs: null,
    })
    expect(done).toMatchObject({ startedAt: TIME, completedAt: TIME, error: null })
    expect(nodeOf(done, 'posts')).toMatchObject({ itemsDone: 3, itemsTotal: 3, startedAt: TIME })
  })

  it('should show one agent job for each unit of work', () => {
    expect(done.jobs).toHaveLength(5)
    expect(jobsOf(done, 'posts').map(({ index }) => index)).toEqual([0, 1, 2])
    for (const job of done.jobs) {
      expect(job).toMatchObject({
        id: ID,
        status: 'completed',
        attempts: 1,
        input: { prompt: expect.stringContaining('tea') },
        error: null,
        tokensIn: expect.any(Number),
        tokensOut: expect.any(Number),
        cost: expect.any(Number),
        model: expect.stringMatching(/^demo-/),
        startedAt: TIME,
        completedAt: TIME,
      })
    }
    expect(jobsOf(done, 'picture')[0]).toMatchObject({ jobType: 'generate_image', index: 0 })
  })

  it('should add up tokens and cost by the site’s price table', () => {
    const sum = (key: 'cost' | 'tokensIn' | 'tokensOut') =>
      done.jobs.reduce((total, job) => total + job[key], 0)
    expect(done.totals.tokensIn).toBe(sum('tokensIn'))
    expect(done.totals.tokensOut).toBe(sum('tokensOut'))
    expect(done.totals.cost).toBeCloseTo(sum('cost'), 8)
    const [post] = jobsOf(done, 'posts')
    const { tokensIn, tokensOut, cost } = post!
    expect(tokensIn).toBeGreaterThan(0)
    expect(cost).toBeCloseTo((tokensIn * 100 + tokensOut * 1_000) / 1e6, 8)
    const posts = nodeOf(done, 'posts')
    const own = jobsOf(done, 'posts')
    expect(posts.tokens).toBe(own.reduce((all, job) => all + job.tokensIn + job.tokensOut, 0))
    expect(posts.cost).toBeCloseTo(
      own.reduce((all, job) => all + job.cost, 0),
      8,
    )
  })

  it('should give earlier outputs to later prompts', () => {
    const { prompt } = jobsOf(done, 'summary')[0]!.input as { prompt: string }
    const texts = jobsOf(done, 'posts').map(({ output }) => (output as { text: string }).text)
    expect(prompt).toBe(`Sum up: ${texts.join('\n\n')} (3)`)
  })

  it('should make native drafts with rich text, in workspace and project', async () => {
    expect(done.outputs.documents).toHaveLength(4)
    for (const { collection, id, title, jobId, nodeId } of done.outputs.documents) {
      const document = await site.payload.findByID({ collection: 'documents', id, depth: 0 })
      expect(collection).toBe('documents')
      expect(document).toMatchObject({
        title,
        _status: 'draft',
        status: 'draft',
        workspace: site.studios.acme.workspace,
        project: site.studios.acme.project,
        body: {
          root: { type: 'root', children: expect.arrayContaining([expect.any(Object)]) },
        },
      })
      const { output, nodeId: maker } = done.jobs.find((job) => job.id === jobId)!
      expect(maker).toBe(nodeId)
      expect(output).toMatchObject({ document_id: id, title, word_count: expect.any(Number) })
      const words = JSON.stringify(document.body)
      expect(words).toContain((output as { text: string }).text.match(/[A-Za-z]{5,}/)![0])
    }
  })

  it('should make media with alt texts and real files', async () => {
    expect(done.outputs.media).toEqual([
      {
        id: ID,
        url: expect.stringContaining('/api/media/file/'),
        alt: expect.stringMatching(/tea/),
        jobId: jobsOf(done, 'picture')[0]!.id,
        nodeId: 'picture',
      },
    ])
    const { id, url, alt } = done.outputs.media[0]!
    const media = await site.payload.findByID({ collection: 'media', id, depth: 0 })
    expect(media).toMatchObject({
      alt,
      width: 1024,
      height: 1024,
      mimeType: 'image/png',
      workspace: site.studios.acme.workspace,
      project: site.studios.acme.project,
      sizes: { thumbnail: { width: 400 } },
    })
    const file = await site.fetch('viewer', url.replace(/^.*\/api/, ''))
    expect(file.status).toBe(200)
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })

  it('should be shown to viewers and to nobody else', async () => {
    expect(await site.read(done.id, 'viewer')).toEqual(await site.read(done.id))
    const { status, body } = await site.call('rival', `${EXECUTIONS}/${done.id}`)
    expect(status).toBe(404)
    const unknown = await site.call('rival', `${EXECUTIONS}/${template}`)
    expect(unknown.status).toBe(404)
    expect(body).toEqual(unknown.body)
  })

  it('should leave a healthy site with nothing in the queue', async () => {
    const { status, body } = await site.call('nobody', '/workflows/health')
    const healthy = { status: 'ok', workers: 1, queue: { ready: 0, running: 0 } }
    expect([status, body]).toEqual([200, healthy])
  })

  it('should keep running what was launched when the template changes or goes', async () => {
    const own = await site.template(graph, { name: 'Before' })
    const { id } = await site.launch(own)
    await site.call('editor', `/workflows/templates/${own}`, {
      method: 'PUT',
      json: { name: 'After', graph: flow([copy('other')]), inputs: INPUTS },
    })
    const execution = await site.until(id, 'completed')
    expect(execution.template.name).toBe('Before')
    expect(statesOf(execution)).toContain('summary completed')
    const gone = await site.call('editor', `/workflows/templates/${own}`, { method: 'DELETE' })
    expect(gone.status).toBe(204)
    expect(await site.read(id)).toMatchObject({
      status: 'completed',
      template: { id: null, name: 'Before' },
    })
  })
})
