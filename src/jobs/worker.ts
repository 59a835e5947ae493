import type { Payload } from 'payload'
import type { Runner } from 'graphile-worker'

import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { hostname } from 'node:os'
import { setTimeout } from 'node:timers/promises'

import { Logger, run } from 'graphile-worker'
import pg from 'pg'

import { databaseOf } from '../plugins/workflows/db/executor.js'
import { createNodeRegistry } from '../plugins/workflows/nodes/registry.js'
import { getPluginContext } from '../plugins/workflows/pluginContext.js'
import { autoApprove } from '../plugins/workflows/runtime/autoApprove.js'
import { getEngine } from '../plugins/workflows/runtime/engine.js'
import { startHeartbeatLoop } from '../plugins/workflows/runtime/heartbeatLoop.js'
import { createReviewMailer } from '../plugins/workflows/runtime/reviewMail/createReviewMailer.js'
import { createWorkerLoop, type WorkerLoop } from '../plugins/workflows/runtime/workerLoop.js'
import { listenForControl } from './listenForControl.js'
import { BELL_TASK } from './payloads.js'

/** A running worker. */
export interface WorkflowsWorker {
  id: string
  /** Takes no more work, gives back what runs (no attempt is counted), resolves when all is quiet. */
  stop: () => Promise<void>
  /** Resolves after `stop`. */
  done: Promise<void>
}

/** Two, so that one bell can wait for a free slot while another process's bells are left to it (engine-sql trap 2). */
const BELL_CONCURRENCY = 2

/**
 * Starts a worker in this process: slots of its own, a lease, a sweep, and graphile-worker for bells.
 * Any number of processes on any number of machines may run one.
 */
export async function startWorker({
  payload,
  concurrency,
  name = hostname(),
}: {
  payload: Payload
  /** Agent jobs at once. @default limits.workerConcurrency */
  concurrency?: number
  /** Shows in the monitor when a worker died. */
  name?: string
}): Promise<WorkflowsWorker> {
  const engine = getEngine(payload)
  const { limits } = getPluginContext(payload).options
  const slots = concurrency ?? limits.workerConcurrency
  const id = `${name}:${process.pid}:${randomUUID().slice(0, 8)}`
  const registry = createNodeRegistry({ hostNodes: engine.site.options.nodes, limits })
  const loop = createWorkerLoop({
    engine,
    owner: id,
    slots,
    definition: (type) => registry.get(type),
  })
  const ttlMs = limits.leaseSeconds * 1_000
  const bells = superviseBells({ payload, loop })
  const mailer = createReviewMailer(engine)
  const beats = startHeartbeatLoop({
    engine,
    loop,
    owner: id,
    slots,
    ttlMs,
    poolId: bells.poolId,
    decideDue: (review) => autoApprove({ engine, ...review }),
    tellReviewers: mailer.look,
  })
  const control = listenForControl({
    engine,
    onStop: (exec) => loop.abort((claim) => claim.exec === exec, 'lost'),
  })
  const leave = engine.addWorker(loop)
  // The connection may be lost in this very moment; the sweep looks again in a second.
  await loop
    .look()
    .catch((error: unknown) =>
      payload.logger.warn({ err: error, msg: 'workflows: the first look for jobs failed' }),
    )
  let finish = () => {}
  const done = new Promise<void>((resolve) => {
    finish = resolve
  })
  let stopping: Promise<void> | null = null
  const stop = async () => {
    leave()
    // Both begin now: a full worker answers no bell, and would go on until it had answered the last one.
    const quiet = bells.stop()
    await loop.drain()
    await quiet
    await beats.stop()
    await mailer.stop()
    await control.stop()
    await engine.live.flush()
    finish()
  }
  return { id, done, stop: () => (stopping ??= stop()) }
}

/**
 * graphile-worker may stop by itself, and its promise then resolves as if all were well: start it again,
 * whatever happened. Nothing depends on it but how soon an idle process wakes.
 */
function superviseBells({ payload, loop }: { payload: Payload; loop: WorkerLoop }) {
  let runner: Runner | null = null
  let stopped = false
  let poolId: string | null = null
  const events = new EventEmitter()
  events.on('pool:create', ({ workerPool }: { workerPool: { id?: string } }) => {
    poolId = workerPool.id ?? null
  })
  const pool = new pg.Pool({
    ...databaseOf(payload).poolOptions,
    max: BELL_CONCURRENCY + 2,
    application_name: 'payload_workflows:bells',
    options: '-c synchronous_commit=off',
  })
  const swallow = (error: Error) =>
    payload.logger.debug({ msg: `workflows: lost a bell connection: ${error.message}` })
  pool.on('error', swallow)
  pool.on('connect', (client) => client.on('error', swallow))

  surviveGraphile(payload)
  const supervise = async () => {
    while (!stopped) {
      try {
        runner = await run({
          pgPool: pool,
          concurrency: BELL_CONCURRENCY,
          pollInterval: 500,
          noHandleSignals: true,
          // An empty list, not an empty file: without it graphile looks for ./crontab.
          parsedCronItems: [],
          logger: quietLogger(payload),
          events,
          taskList: { [BELL_TASK]: () => answerBell(loop) },
        })
        // Asked to end while it began: `stop` had no runner to end yet, and waits for this one.
        if (stopped) await runner.stop()
        await runner.promise
      } catch (error) {
        payload.logger.warn({ err: error, msg: 'workflows: graphile-worker stopped' })
      }
      if (!stopped) await setTimeout(500 + Math.random() * 500)
    }
  }
  const running = supervise()
  return {
    poolId: () => poolId,
    stop: async () => {
      stopped = true
      await runner?.stop().catch(() => undefined)
      await running
      await pool.end()
    },
  }
}

/** Keeps the bell while this process is full, so that others take the next ones; gives up before it looks stuck. */
async function answerBell(loop: WorkerLoop): Promise<void> {
  const isFull = () => loop.freeSlots() === 0 && !loop.isDraining()
  for (let waited = 0; isFull() && waited < 20; waited += 1) await setTimeout(50)
  await loop.look()
}

/** A bell that rang is no news; what goes wrong with one is. */
function quietLogger(payload: Payload): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') {
      payload.logger.debug({ msg: `workflows: graphile-worker: ${message}` })
    }
  })
}

let survives = false

/**
 * graphile-worker completes its jobs without awaiting the answer; with the database away, that rejection would end
 * the process. A lost bell is not worth that. Anybody else's rejection ends it as before.
 */
function surviveGraphile(payload: Payload): void {
  if (survives) return
  survives = true
  process.on('unhandledRejection', (reason: unknown) => {
    const stack = reason instanceof Error ? (reason.stack ?? '') : ''
    if (!stack.includes('graphile-worker')) throw reason
    payload.logger.debug({ msg: 'workflows: a bell was not put away, the database was away' })
  })
}
