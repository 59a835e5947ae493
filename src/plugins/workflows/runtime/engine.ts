import type { Payload } from 'payload'

import type { EnginePools } from '../db/pools.js'
import type { TableNames } from '../db/tableNames.js'
import type { ExecutionPlan } from '../graph/types.js'
import type { PluginContext } from '../pluginContext.js'
import type { ProviderRegistry } from '../providers/registry.js'
import type { BoundPlan } from './bindPlan.js'

import { createEnginePools } from '../db/pools.js'
import { launch, type LaunchRow } from '../db/statements/launch.js'
import { readPlan } from '../db/statements/readPlan.js'
import { storePlan } from '../db/statements/storePlan.js'
import { tableNamesOf } from '../db/tableNames.js'
import { getPluginContext } from '../pluginContext.js'
import { createProviderRegistry } from '../providers/registry.js'
import { loadActor, type Actor } from './actingUser.js'
import { createLivePublisher, type LivePublisher } from './livePublisher.js'

/** What the runtime works with in one process: connections, names, and plans it has read. */
export interface Engine {
  payload: Payload
  site: PluginContext
  pools: EnginePools
  tables: TableNames
  live: LivePublisher
  /** Free slots of other living processes, as the last heartbeat saw them: how many bells to ring. */
  bells: () => number
  /** Launches, and has this process's own worker look: where there is one, nobody need be rung to find the work. */
  launch: (row: LaunchRow) => Promise<{ id: string; created: boolean }>
  /** A worker in this process; answers how to take it out again. */
  addWorker: (worker: { look: () => Promise<void> }) => () => void
  /** A heartbeat was answered: when it was sent (`performance.now`), and the free slots it found elsewhere. */
  setBeat: (beat: { sentAt: number; otherSlots: number }) => void
  /** When the last answered heartbeat was sent; -Infinity without one. Nobody takes over what is younger than the lease. */
  beatAt: () => number
  plan: (id: string) => Promise<ExecutionPlan>
  /** Stores a plan once; that it is stored is remembered. */
  storePlan: (bound: BoundPlan) => Promise<void>
  providers: ProviderRegistry
  /** Who launched, as they are now. */
  actor: (id: string) => Promise<Actor>
  close: () => Promise<void>
}

/** A web process does not beat, so it does not know; ringing a few is cheap, and claims find the rest. */
const BELLS_WITHOUT_HEARTBEAT = 4

/** Plans never change, so keeping them is safe; the number keeps a long-lived worker small. */
const MAX_PLANS = 200

const engines = new WeakMap<Payload, Engine>()

/** The engine of this process and Payload instance; made at first use. */
export function getEngine(payload: Payload): Engine {
  let engine = engines.get(payload)
  if (!engine) {
    engine = createEngine(payload)
    engines.set(payload, engine)
  }
  return engine
}

function createEngine(payload: Payload): Engine {
  const pools = createEnginePools({ payload, name: process.env.WORKFLOWS_PROCESS ?? 'web' })
  const plans = new Map<string, ExecutionPlan>()
  const workers = new Set<{ look: () => Promise<void> }>()
  let bells = BELLS_WITHOUT_HEARTBEAT
  let beatAt = -Infinity
  const live = createLivePublisher({ db: pools.relaxed, logger: payload.logger })
  const site = getPluginContext(payload)
  const keep = (id: string, plan: ExecutionPlan) => {
    const [oldest] = plans.keys()
    if (plans.size >= MAX_PLANS && oldest !== undefined) plans.delete(oldest)
    plans.set(id, plan)
  }
  return {
    providers: createProviderRegistry({ providers: [...site.providers] }),
    payload,
    site,
    actor: (id) => loadActor({ payload, site, id }),
    pools,
    tables: tableNamesOf(payload),
    live,
    bells: () => bells,
    launch: async (row) => {
      const known = workers.size > 0 ? bells : Math.max(1, bells)
      const launched = await launch(pools.durable, { row, bells: known })
      live.touched(launched.id)
      // What it misses it finds a second later.
      for (const worker of workers) worker.look().catch(() => undefined)
      return launched
    },
    addWorker: (worker) => {
      workers.add(worker)
      return () => void workers.delete(worker)
    },
    setBeat: ({ sentAt, otherSlots }) => {
      beatAt = sentAt
      bells = otherSlots
    },
    beatAt: () => beatAt,
    plan: async (id) => {
      const known = plans.get(id)
      if (known) return known
      const plan = await readPlan(pools.durable, { id })
      if (!plan) throw new Error(`Plan ${id} is not stored`)
      keep(id, plan)
      return plan
    },
    storePlan: async (bound) => {
      if (plans.has(bound.id)) return
      await storePlan(pools.durable, bound)
      keep(bound.id, bound.body)
    },
    close: async () => {
      await live.flush()
      await pools.close()
      engines.delete(payload)
    },
  }
}
