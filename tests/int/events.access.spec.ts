import { randomUUID } from 'node:crypto'

import { createLocalReq, executeAuthStrategies } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ExecutionDetail } from '../../src/plugins/workflows/operations/executions/types.js'

import { streamExecution } from '../../src/plugins/workflows/live/streamExecution.js'
import { login } from '../support/payload.js'
import { copy, flow, review, startWorkflowSite, type WorkflowSite } from '../support/workflow.js'

let site: WorkflowSite
let waiting: ExecutionDetail
beforeAll(async () => {
  site = await startWorkflowSite({ name: 'leavers' })
  const { id } = await site.run(flow([copy('posts'), review('look')], 'posts>look'))
  waiting = await site.until(id, 'paused')
})
afterAll(() => site.stop())

interface Members {
  members?: { user: unknown; role: 'editor' | 'owner' | 'viewer' }[] | null
}

const changeMembers = async (change: (members: NonNullable<Members['members']>) => unknown[]) => {
  const { workspace } = site.studios.acme
  const found = await site.payload.findByID({ collection: 'workspaces', id: workspace, depth: 0 })
  await site.payload.update({
    collection: 'workspaces',
    id: workspace,
    data: { members: change((found as Members).members ?? []) as never },
  })
}

describe('a stream that is open', () => {
  it.each([
    [
      'the membership',
      (user: string): Promise<unknown> =>
        changeMembers((members) => members.filter((member) => String(member.user) !== user)),
    ],
    [
      'the session',
      // As a logout leaves it.
      (user: string) => site.sql.query('delete from users_sessions where _parent_id = $1', [user]),
    ],
  ])('should end when %s is gone, and not before', async (_what, take) => {
    const email = `leaver-${randomUUID()}@example.com`
    const { id } = await site.payload.create({
      collection: 'users',
      data: { email, password: 'demo', name: 'Lea', role: 'user' } as never,
    })
    await changeMembers((members) => [...members, { user: id, role: 'viewer' }])
    const headers = new Headers({ Authorization: `JWT ${await login(site.payload, email)}` })
    const { user } = await executeAuthStrategies({ headers, payload: site.payload })
    const req = await createLocalReq({ user: user!, req: { headers } as never }, site.payload)
    const response = await streamExecution({ req, id: waiting.id, heartbeatMs: 20 })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    for (let beats = 0; beats < 3;) {
      const { done, value } = await reader.read()
      expect(done).toBe(false)
      if (value?.includes(': still here')) beats += 1
    }
    await take(String(id))
    let ended = false
    while (!ended) ended = (await reader.read()).done
    expect(ended).toBe(true)
  })
})
