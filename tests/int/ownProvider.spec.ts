import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { houseProvider } from '../../dev/examples/houseProvider.js'
import { copy, flow, image, startWorkflowSite, type WorkflowSite } from '../support/workflow.js'

/** The example of docs/providers.md, with a server of its own. */
let site: WorkflowSite
let answers: ((response: ServerResponse) => void)[] = []
let keys: unknown[] = []
const server = createServer((request, response) => {
  keys.push(request.headers['idempotency-key'])
  request.resume().on('end', () => (answers.shift() ?? write)(response))
})

const write = (response: ServerResponse) =>
  response.end(JSON.stringify({ text: '{"title":"Of the house","body":"Home made."}', tokens: 7 }))
const refuse =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    response.writeHead(status, headers).end()

beforeAll(async () => {
  await new Promise<void>((fulfil) => server.listen(0, '127.0.0.1', fulfil))
  const { port } = server.address() as AddressInfo
  site = await startWorkflowSite({
    name: 'own_provider',
    workflows: {
      providers: [houseProvider({ url: `http://127.0.0.1:${port}` })],
      limits: { maxAttempts: 2 },
    },
  })
})
afterAll(async () => {
  await site?.stop()
  server.close()
})

const runWith = async (...said: typeof answers) => {
  answers = said
  keys = []
  const { id } = await site.run(flow([copy('posts', { provider: 'house' })]))
  return id
}

describe('a provider of the site’s own', () => {
  it('should write like any other, and be waited for without counting a try', async () => {
    const id = await runWith(refuse(429, { 'retry-after': '1' }))
    const { jobs } = await site.until(id, 'completed')
    expect(jobs).toMatchObject([
      { attempts: 1, output: { title: 'Of the house' }, tokensOut: 7, model: 'house-1' },
    ])
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBeTruthy()
    expect(keys[1]).toBe(keys[0])
  })

  it('should be tried as often as the site allows when it is broken, and say so', async () => {
    const { error } = await site.until(await runWith(refuse(503), refuse(503)), 'failed')
    expect(error).toMatchObject({
      code: 'provider_unavailable',
      message: 'The house model answered 503.',
    })
    expect(keys).toHaveLength(2)
  })

  it('should count tries as well when it hangs up, and not be taken for the database', async () => {
    const hangUp = (response: ServerResponse) => response.destroy()
    const { error, jobs } = await site.until(await runWith(hangUp, hangUp), 'failed')
    expect(error).toMatchObject({ code: 'host_unreachable' })
    expect(jobs).toMatchObject([{ attempts: 2 }])
  })

  it('should end a step at once that it cannot do', async () => {
    const { id } = await site.run(flow([image('cover', { provider: 'house' })]))
    const { error, jobs } = await site.until(id, 'failed')
    expect(error).toMatchObject({ code: 'capability_missing' })
    expect(jobs).toMatchObject([{ attempts: 1 }])
  })
})
