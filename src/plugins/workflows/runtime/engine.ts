import type { Payload } from 'payload'

import type { EnginePools } from '../db/pools.js'
import type { TableNames } from '../db/tableNames.js'
import type { ExecutionPlan } from '../graph/types.js'
import type { PluginContext } from '../pluginContext.js'

import { createEnginePools } from '../db/pools.js'
import { readPlan } from '../db/statements/readPlan.js'
import { tableNamesOf } from '../db/tableNames.js'
import { getPluginContext } from '../pluginContext.js'
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
  setBells: (slots: number) => void
  plan: (id: string) => Promise<ExecutionPlan>
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
  let bells = BELLS_WITHOUT_HEARTBEAT
  const live = createLivePublisher({ db: pools.relaxed, logger: payload.logger })
  return {
    payload,
    site: getPluginContext(payload),
    pools,
    tables: tableNamesOf(payload),
    live,
    bells: () => bells,
    setBells: (slots) => {
      bells = slots
    },
    plan: async (id) => {
      const known = plans.get(id)
      if (known) return known
      const plan = await readPlan(pools.durable, { id })
      if (!plan) throw new Error(`Plan ${id} is not stored`)
      const [oldest] = plans.keys()
      if (plans.size >= MAX_PLANS && oldest !== undefined) plans.delete(oldest)
      plans.set(id, plan)
      return plan
    },
    close: async () => {
      await live.flush()
      await pools.close()
      engines.delete(payload)
    },
  }
}
