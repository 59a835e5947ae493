import { createRequire } from 'node:module'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

import { createCounter, repeatIdle, timed, within } from './patience.js'
import {
  type Peer,
  PeerAbsentError,
  type PeerSite,
  POOL_SIZE,
  type Run,
  stepOutput,
  type Workload,
} from './types.js'

const PACKAGE = '@dbos-inc/dbos-sdk'

/** The part of `@dbos-inc/dbos-sdk` 5 that is used here: the package is optional, so its types are not there. */
interface Sdk {
  DBOS: {
    setConfig: (config: Record<string, unknown>) => void
    launch: () => Promise<void>
    shutdown: () => Promise<void>
    registerWorkflow: <Args extends unknown[]>(
      run: (...args: Args) => Promise<number>,
      config: { name: string },
    ) => (...args: Args) => Promise<number>
    runStep: <T>(run: () => Promise<T>, config: { name: string }) => Promise<T>
    startWorkflow: <Args extends unknown[]>(
      workflow: (...args: Args) => Promise<number>,
    ) => (...args: Args) => Promise<{ getResult: () => Promise<number> }>
  }
}

/** From this repository, or from the folder `BENCH_MODULES` names. */
async function loadSdk(): Promise<Sdk> {
  const places = [import.meta.url]
  const { BENCH_MODULES } = process.env
  if (BENCH_MODULES) places.push(pathToFileURL(path.join(BENCH_MODULES, 'any.js')).href)
  for (const place of places) {
    try {
      const file = createRequire(place).resolve(PACKAGE)
      return (await import(pathToFileURL(file).href)) as Sdk
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error
    }
  }
  throw new PeerAbsentError(
    `DBOS is skipped: ${PACKAGE} is not installed. Install it with \`npm install --no-save ${PACKAGE}@5.3.0\`.`,
  )
}

/**
 * DBOS Transact: one workflow a launch, one recorded step a node, 20 connections (its default of 10 is slower). Its
 * workflows are started directly and not through its queues, which look for work once a second; so they all run at
 * once, whatever the concurrency of the others.
 */
export function createDbos({ databaseUri }: PeerSite): Peer {
  const started = createCounter()
  let DBOS: Sdk['DBOS']
  let chain: (length: number) => Promise<number>
  let fan: (width: number, sleepMs: number) => Promise<number>

  const step = (value: number, sleepMs = 0) =>
    DBOS.runStep(
      async () => {
        started.hit()
        if (sleepMs > 0) await sleep(sleepMs)
        return stepOutput(value)
      },
      { name: 'step' },
    )
  const runChain = async (length: number): Promise<void> => {
    const handle = await DBOS.startWorkflow(chain)(length)
    await handle.getResult()
  }
  const runFan = async (width: number, sleepMs: number): Promise<void> => {
    const handle = await DBOS.startWorkflow(fan)(width, sleepMs)
    await handle.getResult()
  }

  async function measure(workload: Workload): Promise<Run> {
    switch (workload.kind) {
      case 'chains': {
        const { executions, length } = workload
        const ms = await timed(() =>
          within(
            'the chains',
            Promise.all(Array.from({ length: executions }, () => runChain(length))),
          ),
        )
        return { jobs: executions * length, ms, samples: [ms] }
      }
      case 'chain': {
        const { launches, length } = workload
        const measured = await repeatIdle(launches, () => timed(() => runChain(length)))
        return { jobs: launches * length, ...measured }
      }
      case 'start': {
        const once = async () => {
          const begun = started.reach(1).then(() => performance.now())
          const start = performance.now()
          await runChain(1)
          return (await begun) - start
        }
        return { jobs: workload.launches, ...(await repeatIdle(workload.launches, once)) }
      }
      case 'fan': {
        const { width, sleepMs, times } = workload
        const measured = await repeatIdle(times, () => timed(() => runFan(width, sleepMs)))
        return { jobs: times * (width + 2), ...measured }
      }
      default:
        throw new Error(`DBOS has no workload ${workload.kind}.`)
    }
  }

  return {
    setUp: async () => {
      ;({ DBOS } = await loadSdk())
      chain = DBOS.registerWorkflow(
        async (length: number) => {
          for (let value = 0; value < length; value += 1) await step(value)
          return length
        },
        { name: 'chain' },
      )
      fan = DBOS.registerWorkflow(
        async (width: number, sleepMs: number) => {
          await step(0)
          await Promise.all(Array.from({ length: width }, (_, value) => step(value, sleepMs)))
          await step(0)
          return width
        },
        { name: 'fan' },
      )
      DBOS.setConfig({
        name: 'bench',
        systemDatabaseUrl: databaseUri,
        systemDatabasePoolSize: POOL_SIZE,
        runAdminServer: false,
        logLevel: 'error',
      })
      await DBOS.launch()
    },
    run: measure,
    tearDown: () => DBOS.shutdown(),
  }
}
