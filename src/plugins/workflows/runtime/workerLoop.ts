import type { Claim, FinishedJob } from '../db/types.js'
import type { NodeDefinition } from '../nodes/defineNode.js'
import type { Engine } from './engine.js'

import { setTimeout as sleep } from 'node:timers/promises'

import { claimJobs } from '../db/statements/claimJobs.js'
import { releaseJob, type Release } from '../db/statements/releaseJob.js'
import { createDocumentCommitter } from './commitDocuments.js'
import { createCompleter } from './completer.js'
import { createJobInputs } from './jobInputs.js'
import { runJob, type JobEnd } from './runJob.js'

/** The slots of one worker process: what it holds, how it gets more, how it ends. */
export interface WorkerLoop {
  /** Looks for work and fills free slots. Safe to call at any time. */
  look: () => Promise<void>
  held: () => Claim[]
  /** Aborts what matches; `release` gives it back to the queue, otherwise it is somebody else's business. */
  abort: (match: (claim: Claim) => boolean, reason: AbortReason) => void
  /** Takes no more work, gives back what runs, resolves when nothing is left. */
  drain: () => Promise<void>
  isDraining: () => boolean
  freeSlots: () => number
}

/** `lost`: another holder, or stopped. `shutdown`: ours still, to be released. */
export type AbortReason = 'lost' | 'shutdown'

export function createWorkerLoop({
  engine,
  owner,
  slots,
  definition,
}: {
  engine: Engine
  owner: string
  slots: number
  definition: (type: string) => NodeDefinition
}): WorkerLoop {
  const inputs = createJobInputs(engine)
  const commitDocuments = createDocumentCommitter({ engine, owner, want: () => (draining ? 0 : 1) })
  const running = new Map<
    number,
    { claim: Claim; controller: AbortController; done: Promise<void> }
  >()
  let draining = false
  let looking = false
  let lastLook: Promise<void> = Promise.resolve()
  let lookAgain = false

  let reserved = 0
  const freeSlots = () => (draining ? 0 : Math.max(0, slots - running.size - reserved))
  const completer = createCompleter({
    engine,
    owner,
    reserveFree: () => {
      if (draining) return -1
      const free = freeSlots()
      reserved += free
      return free
    },
    onClaims: (claims, given) => {
      reserved -= given
      claims.forEach(start)
    },
  })

  function start(claim: Claim): void {
    const controller = new AbortController()
    engine.live.started({ exec: claim.exec, node: claim.node, idx: claim.idx, id: claim.pub })
    const done = run(claim, controller)
      .catch(() => false)
      .then((asked) => {
        running.delete(claim.fence)
        // A completion has asked for all free slots in its own statement. The sweep looks again in a second.
        if (!asked && freeSlots() > 0) look().catch(() => undefined)
      })
    running.set(claim.fence, { claim, controller, done })
  }

  /** Whether the next jobs for its slot have been asked for. */
  async function run(claim: Claim, controller: AbortController): Promise<boolean> {
    const { signal } = controller
    if (draining) return release(claim)
    const end = await runJob({ engine, claim, owner, inputs, definition, commitDocuments, signal })
    if (end.kind === 'committed') {
      end.claims.forEach(start)
      engine.live.touched(claim.exec)
      // Nothing came along: nothing is ready. Otherwise there may be more of it for slots that are free.
      return end.claims.length === 0
    }
    if (signal.aborted && signal.reason === 'lost') return false
    if (signal.aborted && end.kind === 'failure') return release(claim)
    const asked = await settle(claim, end)
    if (!asked) engine.live.touched(claim.exec)
    return asked
  }

  async function settle(
    claim: Claim,
    end: Exclude<JobEnd, { kind: 'committed' }>,
  ): Promise<boolean> {
    if (end.kind === 'finished') {
      const result = await completer.add(end.item)
      if (result === 'refused') await completer.add(unstorable(end.item))
      return true
    }
    const { action, item } = end
    if (action.kind === 'drop') return false
    if (action.kind === 'fail') {
      await completer.add(item)
      return true
    }
    if (action.kind === 'pause') return release(claim, { error: action.error, pause: true })
    return release(claim, action)
  }

  async function release(
    claim: Claim,
    { delayMs = 0, counted = false, error = null, pause = false }: Partial<Release> = {},
  ): Promise<false> {
    await insist('a release', () =>
      releaseJob(engine.pools.durable, { claim, owner, delayMs, counted, error, pause }),
    )
    return false
  }

  /** The database may be away just now; while it is, the lease runs out and another worker takes over. */
  async function insist(what: string, write: () => Promise<unknown>): Promise<void> {
    for (let attempt = 1; attempt <= 20; attempt += 1) {
      try {
        await write()
        return
      } catch (failure) {
        engine.payload.logger.warn({ err: failure, msg: `workflows: ${what} is tried again` })
        await sleep(Math.min(2_000, 100 * attempt))
      }
    }
  }

  async function look(): Promise<void> {
    if (draining) return
    if (looking) {
      lookAgain = true
      return
    }
    lastLook = fillSlots()
    await lastLook
  }

  async function fillSlots(): Promise<void> {
    looking = true
    try {
      do {
        lookAgain = false
        const free = freeSlots()
        if (free === 0) return
        const claims = await claimJobs(engine.pools.relaxed, { owner, limit: free })
        claims.forEach(start)
      } while (lookAgain)
    } finally {
      looking = false
    }
  }

  return {
    look,
    held: () => [...running.values()].map(({ claim }) => claim),
    abort: (match, reason) => {
      for (const { claim, controller } of running.values()) {
        if (match(claim)) controller.abort(reason)
      }
    },
    drain: async () => {
      draining = true
      for (const { controller } of running.values()) controller.abort('shutdown')
      // An answer that is still under way may bring claims: they are given back as well.
      do {
        await lastLook.catch(() => undefined)
        await completer.idle()
        await Promise.all([...running.values()].map(({ done }) => done))
      } while (running.size > 0 || looking)
    },
    isDraining: () => draining,
    freeSlots,
  }
}

/** The database will not have the output: the step fails by name instead of being run again for ever. */
function unstorable(item: FinishedJob): FinishedJob {
  return {
    ...item,
    ok: false,
    output: null,
    input: undefined,
    error: {
      code: 'output_invalid',
      message:
        'What this step made cannot be stored: it holds characters the database refuses, or is too large.',
    },
  }
}
