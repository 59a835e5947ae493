import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { reviewNode } from '../../src/plugins/workflows/operations/executions/reviewNode.js'
import { hang, type RecordedRequest } from '../support/fakeOpenAI.js'
import { besideReview, campaign, images } from '../support/graphs.js'
import { waitFor } from '../support/waitFor.js'
import { startWorkerProcess, warmWorkers } from '../support/workerProcess.js'
import { startSite, type GuaranteeSite } from './support/site.js'

let site: GuaranteeSite
beforeAll(async () => {
  warmWorkers(1)
  site = await startSite({ name: 'timeout', leaseSeconds: 5 })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

/** The limit is counted in minutes; the test moves its end to now. */
const timeIsUp = (id: string) =>
  site.sql('update payload_workflows.execution set deadline_at = clock_timestamp() where id = $1', [
    id,
  ])

const asksFor = ({ body }: RecordedRequest, text: string) => JSON.stringify(body).includes(text)

describe('the time limit of an execution', () => {
  it('should end it with an error, keep what was made, and let a retry go on from there', async () => {
    const id = await site.launch(campaign({ copies: 4, images: 2 }))
    // Images never come.
    site.fake.respond((request) => (asksFor(request, 'Paint image') ? hang() : undefined))
    await startWorkerProcess(site, { concurrency: 8 })
    await waitFor('all texts', async () => {
      const { outputs } = await site.show(id)
      return outputs.documents.length === 4
    })
    const texts = site.fake.requests.filter((request) => !asksFor(request, 'Paint image')).length
    const open = site.fake.requests.filter(({ finishedAt }) => finishedAt === null)
    expect(open).toHaveLength(2)
    await timeIsUp(id)
    const failed = await site.waitUntil(id, 'failed')
    expect(failed.error).toMatchObject({ code: 'execution_timeout' })
    expect(failed.outputs.documents).toHaveLength(4)
    await waitFor('the open calls to be cut', () => open.every(({ abortedAt }) => abortedAt))

    site.fake.respond(() => undefined)
    await site.mend(id, 'retry-node', 'image')
    const { outputs, error } = await site.waitUntil(id, 'completed')
    expect(error).toBeNull()
    expect(outputs.documents.map((document) => document.id)).toEqual(
      failed.outputs.documents.map((document) => document.id),
    )
    expect(outputs.media).toHaveLength(2)
    // No text was written again.
    expect(site.fake.requests.filter((request) => !asksFor(request, 'Paint image'))).toHaveLength(
      texts,
    )
  })

  it('should not count the time that people take', async () => {
    const id = await site.launch(besideReview())
    await site.startSurvivor()
    await site.waitUntil(id, 'paused')
    const [row] = await site.sql<{ deadline_at: string | null }>(
      'select deadline_at from payload_workflows.execution where id = $1',
      [id],
    )
    expect(row?.deadline_at).toBeNull()
    const answer = { nodeId: 'review', decision: 'approve' as const }
    await reviewNode({ req: await site.req(), id, answer })
    await site.waitUntil(id, 'completed')
  })

  it('should keep an image that was paid for until the retry has used it', async () => {
    const asked = site.fake.requests.length
    const id = await site.launch(images(1))
    const victim = await startWorkerProcess(site, { crash: 'after_memo', concurrency: 1 })
    expect(await victim.exited).toEqual({ code: null, signal: 'SIGKILL' })
    await timeIsUp(id)
    const survivor = await site.startSurvivor()
    await site.waitUntil(id, 'failed')
    // It tidies up once a second: the paid bytes must survive that.
    const [beat] = await site.sql<{ beat_at: Date }>(
      'select beat_at from payload_workflows.worker where id = $1',
      [survivor.id],
    )
    await waitFor('the survivor to have tidied up', async () => {
      const rows = await site.sql(
        `select 1 from payload_workflows.worker where id = $1 and beat_at > $2::timestamptz + interval '3 seconds'`,
        [survivor.id, beat?.beat_at],
      )
      return rows.length > 0
    })
    await site.mend(id, 'retry-node', 'image')
    const { outputs } = await site.waitUntil(id, 'completed')
    expect(outputs.media).toHaveLength(1)
    expect(site.fake.requests.length - asked).toBe(1)
  })

  it('should let a review that it cut off wait again after a retry', async () => {
    const id = await site.launch(besideReview())
    site.fake.respond((request) => (asksFor(request, 'Write about slow') ? hang() : undefined))
    await site.startSurvivor()
    const isWaiting = async () => {
      const { nodes } = await site.show(id)
      return nodes.find((node) => node.id === 'review')?.status === 'waiting'
    }
    await waitFor('the review to wait', isWaiting)
    await timeIsUp(id)
    await site.waitUntil(id, 'failed')
    site.fake.respond(() => undefined)
    await site.mend(id, 'retry-node', 'slow')
    await site.waitUntil(id, 'paused')
    expect(await isWaiting()).toBe(true)
    const answer = { nodeId: 'review', decision: 'approve' as const }
    await reviewNode({ req: await site.req(), id, answer })
    const { outputs } = await site.waitUntil(id, 'completed')
    expect(outputs.documents).toHaveLength(2)
  })
})
