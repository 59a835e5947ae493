import { hostname } from 'node:os'
import { performance } from 'node:perf_hooks'

import type { Engine } from './engine.js'
import type { WorkerLoop } from './workerLoop.js'

import { dropSpentBlobs } from '../db/statements/dropSpentBlobs.js'
import { foldStats } from '../db/statements/foldStats.js'
import { heartbeat } from '../db/statements/heartbeat.js'
import { sweep } from '../db/statements/sweep.js'
import { crashPoint } from './crashPoints.js'

/** A beat a second: five may be lost before the lease (5 s) runs out. */
const BEAT_MS = 1_000
/** Of a shorter lease as many: with a beat as long as the lease a worker would give up what it holds. */
const BEATS_A_LEASE = 5
const SWEEP_MS = 1_000
/** Workers that died on the same job until it is given up (protocol 4.10). */
const MAX_CRASHES = 3

/**
 * Keeps this process's lease, aborts what it has lost, takes over what others left, and looks for work whose
 * bell was lost. Beats have a timer and a connection of their own: nothing else may delay them.
 */
export function startHeartbeatLoop({
  engine,
  loop,
  owner,
  slots,
  ttlMs,
  poolId,
  decideDue,
  tellReviewers,
}: {
  engine: Engine
  loop: WorkerLoop
  owner: string
  slots: number
  ttlMs: number
  poolId: () => string | null
  /** Answers a review whose time is up. */
  decideDue: (review: { exec: string; node: string }) => Promise<void>
  /** Looks for reviews nobody was mailed about yet; does it behind our back. */
  tellReviewers: () => void
}): { stop: () => Promise<void> } {
  const beatMs = Math.min(BEAT_MS, ttlMs / BEATS_A_LEASE)
  let lastBeat = performance.now()
  let stopped = false
  let beating = false
  let sweeping: Promise<void> | null = null
  const { logger } = engine.payload

  const beat = async () => {
    if (beating) return
    beating = true
    const sentAt = performance.now()
    try {
      const held = loop.held().map(({ exec, node, idx, fence }) => ({ exec, node, idx, fence }))
      const { lost, otherSlots } = await heartbeat(engine.pools.heartbeat, {
        id: owner,
        slots,
        host: hostname(),
        pid: process.pid,
        poolId: poolId(),
        held,
        ttlMs,
      })
      // The moment of sending counts: the answer may have been long under way.
      lastBeat = sentAt
      engine.setBeat({ sentAt, otherSlots })
      if (lost.length > 0) {
        const fences = new Set(lost.map(({ fence }) => fence))
        loop.abort((claim) => fences.has(claim.fence), 'lost')
      }
    } catch (error) {
      logger.warn({ err: error, msg: 'workflows: heartbeat did not get through' })
    } finally {
      beating = false
    }
  }

  /** Without a beat for almost the lease, others may have the jobs: stop before paying for the same thing twice. */
  const fenceSelf = () => {
    if (performance.now() - lastBeat < ttlMs - beatMs) return
    loop.abort(() => true, 'lost')
  }

  const tidy = async () => {
    try {
      crashPoint('sweep_before_commit')
      const { taken, due } = await sweep(engine.pools.relaxed, {
        owner,
        ttlMs,
        known: loop.held().map(({ fence }) => fence),
        maxCrashes: MAX_CRASHES,
      })
      if (taken > 0) logger.info({ msg: 'workflows: took over agent jobs', taken })
      for (const review of due) {
        await decideDue(review).catch((error: unknown) =>
          logger.warn({ err: error, msg: 'workflows: a due review was not decided', ...review }),
        )
      }
      tellReviewers()
      await foldStats(engine.pools.relaxed)
      await dropSpentBlobs(engine.pools.relaxed)
      await loop.look()
    } catch (error) {
      logger.warn({ err: error, msg: 'workflows: sweep failed, the next one repeats it' })
    }
  }

  const beats = setInterval(() => {
    void beat()
    fenceSelf()
  }, beatMs)
  // ± 20 %, so that many workers do not sweep in the same instant.
  const nextSweep = () => SWEEP_MS * (0.8 + Math.random() * 0.4)
  let sweeps: NodeJS.Timeout
  const schedule = () => {
    if (stopped) return
    sweeps = setTimeout(() => {
      sweeping = tidy().finally(schedule)
    }, nextSweep())
  }
  void beat()
  schedule()

  return {
    stop: async () => {
      stopped = true
      clearInterval(beats)
      clearTimeout(sweeps)
      await sweeping
    },
  }
}
