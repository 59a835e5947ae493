import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { Claim } from '../../src/plugins/workflows/db/types.js'

import { poolExecutor } from '../../src/plugins/workflows/db/executor.js'
import { releaseJob } from '../../src/plugins/workflows/db/statements/releaseJob.js'
import { adjustExecution } from '../../src/plugins/workflows/operations/executions/adjustExecution.js'
import { reviewNode } from '../../src/plugins/workflows/operations/executions/reviewNode.js'
import { ConflictError } from '../../src/plugins/workflows/runtime/errors.js'
import { reviewedBesideStep } from '../support/graphs.js'
import { checkInvariants } from '../support/invariants.js'
import {
  buttons,
  happenings,
  launched,
  shownNodes,
  type ControlModel,
} from './support/controlModel.js'
import { startSite, type GuaranteeSite } from './support/site.js'
import { sqlWorker, type SqlWorker } from './support/sqlWorker.js'
import { rounds } from './support/tier.js'

const RUNS = rounds({ test: 60, nightly: 600, release: 5_000 })
/** A busy machine looks at fewer of them; the seed is another one each time. */
const LIMIT_MS = rounds({ test: 12_000, nightly: 600_000, release: 3_600_000 })
const SEED = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000)
/** Its worker says that texts are done, and writes none. */
const EXCEPT = ['17_made_recorded']

const GRAPH = reviewedBesideStep()
const ADJUSTABLE = ['copy', 'last']

let site: GuaranteeSite
let worker: SqlWorker
beforeAll(async () => {
  site = await startSite({ name: 'control model', leaseSeconds: 5, except: EXCEPT })
  worker = sqlWorker(site.pool, 'worker')
})
afterEach(() => site.settle())
afterAll(() => site.stop())

/** The execution in the database that is compared with the model. */
interface Real {
  id: string
}

/** Whether a person's request was granted; anything but yes and a 409 is an error. */
async function isGranted(request: Promise<unknown>): Promise<boolean> {
  try {
    await request
    return true
  } catch (error) {
    if (error instanceof ConflictError) return false
    throw error
  }
}

async function compare(model: ControlModel, { id }: Real): Promise<void> {
  const [row] = await site.sql<{ status: string; reason: string | null }>(
    `select status, pause_reason as reason from payload_workflows.execution where id = $1`,
    [id],
  )
  const detail = await site.show(id)
  expect({
    ...row,
    nodes: Object.fromEntries(detail.nodes.map(({ id: node, status }) => [node, status])),
  }).toEqual({ status: model.status, reason: model.reason, nodes: shownNodes(model) })
  // What the answer offers is what would be granted.
  const grants = (['pause', 'resume', 'stop'] as const).filter((button) =>
    buttons[button](structuredClone(model)),
  )
  expect(detail.allowed.filter((action) => !action.includes('-')).sort()).toEqual(
    [
      ...grants,
      ...(detail.status === 'paused' ? ['adjust'] : []),
      ...(detail.status === 'paused' && detail.pauseReason === 'review' ? ['review'] : []),
    ].sort(),
  )
}

type Command = fc.AsyncCommand<ControlModel, Real>

const command = (
  name: string,
  run: (model: ControlModel, real: Real) => Promise<void>,
): Command => ({
  check: () => true,
  run: async (model, real) => {
    await run(model, real)
    await compare(model, real)
  },
  toString: () => name,
})

/** The same button in the model and in the database: both refuse, or both do it. */
const press = (
  name: string,
  inModel: (model: ControlModel) => boolean,
  request: (id: string) => Promise<unknown>,
): Command =>
  command(name, async (model, { id }) => {
    const expected = inModel(model)
    expect(await isGranted(request(id)), `${name} granted`).toBe(expected)
  })

const oneOf = <T>(from: T[], at: number): T | undefined => from[at % Math.max(1, from.length)]

const nodeId = fc.constantFrom(...GRAPH.nodes.map(({ id }) => id))
const claim: fc.Arbitrary<Command> = fc.integer({ min: 1, max: 3 }).map((limit) =>
  command(`claim ${limit}`, async (model) => {
    const claims = await worker.claim(limit)
    expect(claims).toHaveLength(happenings.claimable(model, limit))
    for (const each of claims) happenings.claimed(model, each)
  }),
)
/** Also of a claim that was lost meanwhile: that must change nothing. */
const complete: fc.Arbitrary<Command> = fc
  .record({ at: fc.nat(50), ok: fc.integer({ min: 0, max: 3 }).map((number) => number > 0) })
  .map(({ at, ok }) =>
    command(`complete ${at} ${ok ? 'well' : 'badly'}`, async (model) => {
      const held = oneOf(model.held, at)
      if (!held) return
      const ended = ['ok', 'dup'].includes((await worker.complete([held], { ok })).results[0] ?? '')
      if (happenings.complete(model, held, ok)) expect(ended).toBe(true)
    }),
  )
const release: fc.Arbitrary<Command> = fc
  .record({ at: fc.nat(50), counted: fc.boolean(), pause: fc.boolean() })
  .map(({ at, ...how }) =>
    command(`release ${at} ${JSON.stringify(how)}`, async (model) => {
      const held = oneOf(model.held, at)
      if (!held) return
      const gaveBack = { claim: held, owner: worker.id, delayMs: 0, error: null, ...how }
      await releaseJob(poolExecutor(site.pool), gaveBack)
      happenings.release(model, held, how)
    }),
  )
const lose = fc.constant(
  command('lose all claims', async (model) => {
    await site.sql(
      `update payload_workflows.job set claimed_at = claimed_at - interval '1 hour' where state = 'running'`,
    )
    expect(await worker.sweep()).toBe(happenings.lose(model))
  }),
)
const timeLimit = fc.constant(
  command('time limit', async (model, { id }) => {
    await site.sql(
      `update payload_workflows.execution set deadline_at = clock_timestamp() where id = $1 and deadline_at is not null`,
      [id],
    )
    // It lives: only the time limit is what this sweep is about.
    await worker.beat()
    await worker.sweep(model.held)
    happenings.timeLimit(model)
  }),
)
const pause = fc.constant(press('pause', buttons.pause, (id) => site.control(id, 'pause')))
const resume = fc.constant(press('resume', buttons.resume, (id) => site.control(id, 'resume')))
const stop = fc.constant(press('stop', buttons.stop, (id) => site.control(id, 'stop')))
const retry = nodeId.map((node) =>
  press(
    `retry ${node}`,
    (model) => buttons.retry(model, node),
    (id) => site.mend(id, 'retry-node', node),
  ),
)
const skip = nodeId.map((node) =>
  press(
    `skip ${node}`,
    (model) => buttons.skip(model, node),
    (id) => site.mend(id, 'skip-node', node),
  ),
)
const adjust = fc
  .record({ node: fc.constantFrom(...ADJUSTABLE), quantity: fc.integer({ min: 1, max: 3 }) })
  .map(({ node, quantity }) =>
    press(
      `adjust ${node} to ${quantity}`,
      (model) => buttons.adjust(model, node, quantity),
      async (id) =>
        adjustExecution({
          req: await site.req(),
          id,
          change: { nodes: { [node]: { config: { quantity } } } },
        }),
    ),
  )
const decide = fc.constantFrom('approve' as const, 'reject' as const).map((decision) =>
  press(
    decision,
    (model) => buttons.decide(model, 'review', decision),
    async (id) => reviewNode({ req: await site.req(), id, answer: { nodeId: 'review', decision } }),
  ),
)

/** From wherever it stands: whoever presses on, gets to the end. */
async function finish({ id }: Real): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    const { status, pauseReason, nodes } = await site.show(id)
    if (status === 'completed' || status === 'stopped') return
    const broken = nodes.find((node) => node.status === 'failed' || node.status === 'cancelled')
    if (broken) await site.mend(id, 'retry-node', broken.id)
    else if (status === 'paused' && pauseReason !== 'review') await site.control(id, 'resume')
    else if (nodes.some((node) => node.status === 'waiting')) {
      await reviewNode({
        req: await site.req(),
        id,
        answer: { nodeId: 'review', decision: 'approve' },
      })
    }
    const claims: Claim[] = await worker.claim(20)
    for (const each of claims) await worker.complete([each])
    await site.sql(
      `update payload_workflows.job set claimed_at = claimed_at - interval '1 hour' where state = 'running'`,
    )
    await worker.sweep()
  }
  throw new Error(`Execution ${id} never ends: ${JSON.stringify(await site.show(id))}`)
}

describe('control', () => {
  it('should grant what the states allow, refuse the rest, and leave nothing behind, in any order', async () => {
    const all = [claim, claim, complete, complete, complete, release, lose, timeLimit]
    all.push(pause, resume, resume, stop, retry, retry, skip, adjust, decide, decide)
    let played = 0
    let last = Promise.resolve()
    const play = async (commands: Iterable<Command>) => {
      const id = await site.launch(GRAPH)
      await worker.beat()
      try {
        await fc.asyncModelRun(() => ({ model: launched(GRAPH), real: { id } }), commands)
        played += 1
        expect(await checkInvariants(site.databaseUri, { except: EXCEPT })).toEqual([])
        await finish({ id })
      } finally {
        // What is left of one that failed must not be claimed by the next.
        await isGranted(site.control(id, 'stop'))
      }
    }
    const property = fc.asyncProperty(
      fc.commands(all, { maxCommands: 40, size: 'max' }),
      (commands) => (last = play(commands)),
    )
    await fc.assert(property, {
      seed: SEED,
      numRuns: RUNS,
      interruptAfterTimeLimit: LIMIT_MS,
      markInterruptAsFailure: false,
    })
    // The time limit walks away from the one that runs: its database must not go meanwhile.
    await last
    console.log(`control model: ${played} executions, TEST_SEED=${SEED}`)
  })
})
