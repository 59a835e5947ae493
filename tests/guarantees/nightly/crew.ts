import { setTimeout as sleep } from 'node:timers/promises'

import type { OwnServer } from '../support/ownServer.js'
import type { GuaranteeSite } from '../support/site.js'
import type { TcpProxy } from '../support/tcpProxy.js'
import type { Figures } from './figures.js'

import { startWorkerProcess, warmWorkers, type WorkerProcess } from '../../support/workerProcess.js'

interface Left {
  exec: string
  node: string
  idx: number
  fence: string
  crashes: number
}

interface Member {
  worker: WorkerProcess
  isFrozen: boolean
  /** Speaks to the database over the wire that may be cut. */
  isWired: boolean
}

/** Three workers, of which one speaks over a wire that can be cut, and everything that may happen to them. */
export interface Crew {
  /** Has as many workers as it should have. */
  fill: () => Promise<void>
  /** Begins to fill up, and does not wait: what else happens goes on meanwhile. */
  refill: () => void
  kill: () => Promise<void>
  freeze: (forMs: number) => Promise<void>
  cutConnections: () => Promise<void>
  restartDatabase: (downMs: number) => Promise<void>
  blackHole: (forMs: number) => Promise<void>
  /** Waits until what was begun has ended: frozen workers wake, the wire is whole. */
  calm: () => Promise<void>
  output: () => string
}

const SIZE = 3
/** More than all executions of a round have jobs at once: what waits does not wait for a slot. */
const CONCURRENCY = 16
const POLL_MS = 50
/** What a worker says that found no database, or a wire that is cut. */
const NO_DATABASE = /cannot connect to Postgres|Connection terminated due to connection timeout/
/** A job that nobody has taken after this long is one of the lost ones, and they are counted elsewhere. */
const GIVE_UP_MS = 60_000

export function createCrew({
  site,
  server,
  wire,
  figures,
  pick,
}: {
  site: GuaranteeSite
  server: OwnServer
  wire: TcpProxy
  figures: Figures
  pick: (below: number) => number
}): Crew {
  let members: Member[] = []
  const pending = new Set<Promise<unknown>>()
  const endings: string[] = []
  /** Counts what else was wrong, ever: a takeover during which it moves was disturbed. */
  let disturbances = 0
  let disturbing = 0

  const begin = (work: Promise<unknown>) => {
    const guarded = work
      .catch((error: unknown) => figures.violations.push(`the nemesis itself: ${String(error)}`))
      .finally(() => pending.delete(guarded))
    pending.add(guarded)
  }
  const disturb = async (work: () => Promise<unknown>) => {
    disturbances += 1
    disturbing += 1
    await work().finally(() => (disturbing -= 1))
  }
  /** What happened when, for whoever has to explain what was found. */
  const tell = (event: string) => endings.push(`${new Date().toISOString()} ${event}`)
  const free = () => members.filter(({ worker, isFrozen }) => worker.isAlive() && !isFrozen)
  const one = () => free()[pick(Math.max(1, free().length))]

  /** The test's own look at the database, which may be away. */
  async function ask<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    for (;;) {
      try {
        return await site.sql<Row>(text, values)
      } catch {
        await sleep(POLL_MS)
      }
    }
  }

  async function measureTakeover(owner: string, killedAt: number): Promise<void> {
    const seen = disturbances
    const wasDisturbed = disturbing > 0
    const left = await ask<Left>(
      `select exec, node, idx, fence, crashes from payload_workflows.job where owner = $1 and state = 'running'`,
      [owner],
    )
    // What two workers died with waits by design until one is idle, and then runs alone.
    const isSuspect = left.some(({ crashes }) => crashes > 0)
    // Whose next death comes soon after is not waited for again. A completion that was under way still counts.
    let waiting = left
    while (waiting.length > 0 && performance.now() - killedAt < GIVE_UP_MS) {
      waiting = await ask<Left>(
        `select l.* from payload_workflows.job j
         join jsonb_to_recordset($1::jsonb) as l (exec uuid, node text, idx int, fence bigint)
           using (exec, node, idx)
         where (j.fence = l.fence and j.state = 'running') or j.state in ('ready', 'held')`,
        [JSON.stringify(waiting)],
      )
      if (waiting.length > 0) await sleep(POLL_MS)
    }
    if (left.length === 0) return
    const isDisturbed = wasDisturbed || isSuspect || seen !== disturbances
    const list = isDisturbed ? figures.takeoverDisturbedMs : figures.takeoverMs
    list.push(Math.round(performance.now() - killedAt))
  }

  let filling: Promise<void> | null = null
  const fill = () => (filling ??= replaceTheDead().finally(() => (filling = null)))

  async function replaceTheDead(): Promise<void> {
    const gone = members.filter(({ worker }) => !worker.isAlive())
    for (const { worker } of gone) {
      const { signal, code } = await worker.exited
      // Killed by us is as it should be; what leaves by itself had a fault.
      if (signal === 'SIGKILL') continue
      figures.violations.push(`a worker ended by itself, code ${code}`)
      endings.push(worker.output())
    }
    members = members.filter((member) => !gone.includes(member))
    warmWorkers(1)
    while (members.length < SIZE) {
      const isWired = !members.some((member) => member.isWired)
      const where = isWired ? { ...site, databaseUri: wire.uri } : site
      members.push({
        worker: await startUntilItRuns(where),
        isFrozen: false,
        isWired,
      })
    }
  }

  /** Without a database a new worker ends at once, and whatever runs processes starts it again. */
  async function startUntilItRuns(where: GuaranteeSite): Promise<WorkerProcess> {
    for (;;) {
      try {
        return await startWorkerProcess(where, { concurrency: CONCURRENCY })
      } catch (error) {
        if (!NO_DATABASE.test(String(error))) throw error
        await sleep(POLL_MS)
      }
    }
  }

  return {
    fill,
    refill: () => begin(fill()),
    kill: async () => {
      const victim = one()
      // Somebody must be there to take over.
      if (!victim || free().length < 2) return
      const killedAt = performance.now()
      victim.worker.kill('SIGKILL')
      figures.kills += 1
      tell(`${victim.worker.id} is killed`)
      begin(measureTakeover(victim.worker.id, killedAt))
      await victim.worker.exited
    },
    freeze: async (forMs) => {
      const victim = one()
      if (!victim || free().length < 2) return
      victim.worker.kill('SIGSTOP')
      victim.isFrozen = true
      figures.freezes += 1
      begin(
        disturb(async () => {
          await sleep(forMs)
          victim.worker.kill('SIGCONT')
          tell(`${victim.worker.id} wakes after ${forMs} ms`)
          victim.isFrozen = false
        }),
      )
    },
    cutConnections: () =>
      disturb(async () => {
        const cut = await ask(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
           and (application_name like 'payload_workflows:worker:%' or application_name = 'payload_workflows:bells'
             or application_name like 'payload-workflows worker%') and random() < 0.6`,
          [],
        )
        figures.terminations += cut.length
      }),
    restartDatabase: (downMs) =>
      disturb(async () => {
        await server.crash({ downMs })
        tell('the database is back')
        figures.restarts += 1
      }),
    blackHole: async (forMs) => {
      figures.blackHoles += 1
      begin(
        disturb(async () => {
          wire.blackHole()
          await sleep(forMs)
          wire.heal()
          tell('the wire is whole')
        }),
      )
    },
    calm: async () => {
      while (pending.size > 0) await Promise.all(pending)
    },
    output: () => endings.join('\n'),
  }
}
