import type { Payload, TaskConfig, WorkflowConfig } from 'payload'

import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig, getPayload } from 'payload'

import { createCounter, repeatIdle, timed } from './patience.js'
import {
  type Peer,
  type PeerSite,
  POOL_SIZE,
  type Run,
  stepOutput,
  type Workload,
} from './types.js'

/** A workflow of Payload's queue as it is written by hand; its types depend on a site's generated ones. */
interface Queue {
  queue: (args: { workflow: string; input: object }) => Promise<{ id: number | string }>
  run: (args: { limit: number; silent: boolean }) => Promise<{ noJobsRemaining?: boolean }>
  runByID: (args: { id: number | string; silent: boolean }) => Promise<unknown>
}
type Tasks = Record<'step', (id: string, args: { input: object }) => Promise<unknown>>

/**
 * The alternative in the same CMS: one workflow a launch, one task a step, results kept in the job's log (jobs are
 * not deleted, as ours are not). Run in this process: drains by `jobs.run` with as many jobs at once as the others
 * have slots; at low load by `jobs.runByID` right after `jobs.queue`, its fastest way (its own cron runner looks
 * once a second at best). A fan-out is one job that starts its tasks together.
 */
export function createPayloadJobs({ databaseUri }: PeerSite): Peer {
  const started = createCounter()
  let payload: Payload
  let jobs: Queue

  const task = {
    slug: 'step',
    inputSchema: [
      { name: 'value', type: 'number' },
      { name: 'sleepMs', type: 'number' },
    ],
    handler: async ({ input }: { input: { value: number; sleepMs: number } }) => {
      started.hit()
      if (input.sleepMs > 0) await sleep(input.sleepMs)
      return { output: stepOutput(input.value) }
    },
  }
  const chain = {
    slug: 'chain',
    inputSchema: [{ name: 'length', type: 'number' }],
    handler: async ({ job, tasks }: { job: { input: { length: number } }; tasks: Tasks }) => {
      for (let value = 0; value < job.input.length; value += 1) {
        await tasks.step(String(value), { input: { value, sleepMs: 0 } })
      }
    },
  }
  const fan = {
    slug: 'fan',
    inputSchema: [
      { name: 'width', type: 'number' },
      { name: 'sleepMs', type: 'number' },
    ],
    handler: async ({
      job,
      tasks,
    }: {
      job: { input: { width: number; sleepMs: number } }
      tasks: Tasks
    }) => {
      const { width, sleepMs } = job.input
      await tasks.step('start', { input: { value: 0, sleepMs: 0 } })
      await Promise.all(
        Array.from({ length: width }, (_, value) =>
          tasks.step(`branch${value}`, { input: { value, sleepMs } }),
        ),
      )
      await tasks.step('merge', { input: { value: 0, sleepMs: 0 } })
    },
  }

  const runNow = async (workflow: string, input: object): Promise<void> => {
    const { id } = await jobs.queue({ workflow, input })
    await jobs.runByID({ id, silent: true })
  }

  async function measure(workload: Workload): Promise<Run> {
    switch (workload.kind) {
      case 'chains': {
        const { executions, length, concurrency } = workload
        const ms = await timed(async () => {
          const input = { length }
          await Promise.all(
            Array.from({ length: executions }, () => jobs.queue({ workflow: 'chain', input })),
          )
          for (;;) {
            const { noJobsRemaining } = await jobs.run({ limit: concurrency, silent: true })
            if (noJobsRemaining) return
          }
        })
        return { jobs: executions * length, ms, samples: [ms] }
      }
      case 'chain': {
        const { launches, length } = workload
        const once = () => timed(() => runNow('chain', { length }))
        return { jobs: launches * length, ...(await repeatIdle(launches, once)) }
      }
      case 'start': {
        const once = async () => {
          const begun = started.reach(1).then(() => performance.now())
          const start = performance.now()
          await runNow('chain', { length: 1 })
          return (await begun) - start
        }
        return { jobs: workload.launches, ...(await repeatIdle(workload.launches, once)) }
      }
      case 'fan': {
        const { width, sleepMs, times } = workload
        const once = () => timed(() => runNow('fan', { width, sleepMs }))
        return { jobs: times * (width + 2), ...(await repeatIdle(times, once)) }
      }
      default:
        throw new Error(`Payload's queue has no workload ${workload.kind}.`)
    }
  }

  return {
    setUp: async () => {
      const config = await buildConfig({
        secret: 'bench',
        telemetry: false,
        db: postgresAdapter({ pool: { connectionString: databaseUri, max: POOL_SIZE } }),
        collections: [{ slug: 'users', auth: true, fields: [] }],
        jobs: {
          deleteJobOnComplete: false,
          tasks: [task as unknown as TaskConfig],
          workflows: [chain, fan] as unknown as WorkflowConfig[],
        },
      })
      // Only then does the adapter make its tables by itself; everything else runs as in production.
      Object.assign(process.env, { NODE_ENV: 'development' })
      payload = await getPayload({ config })
      Object.assign(process.env, { NODE_ENV: 'production' })
      payload.logger.level = 'error'
      jobs = payload.jobs as unknown as Queue
    },
    run: measure,
    tearDown: async () => {
      await payload.destroy()
    },
  }
}
