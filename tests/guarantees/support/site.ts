import { createLocalReq, type PayloadRequest } from 'payload'
import pg from 'pg'
import { expect, vi } from 'vitest'

import type { WorkflowGraph } from '../../../src/plugins/workflows/graph/types.js'
import type { ExecutionDetail } from '../../../src/plugins/workflows/operations/executions/types.js'

import { startWorker, type WorkflowsWorker } from '../../../src/jobs/worker.js'
import { controlExecution } from '../../../src/plugins/workflows/operations/executions/controlExecution.js'
import {
  launchExecution,
  type LaunchInput,
} from '../../../src/plugins/workflows/operations/executions/launchExecution.js'
import { mendNode } from '../../../src/plugins/workflows/operations/executions/mendNode.js'
import { showExecution } from '../../../src/plugins/workflows/operations/executions/readExecution.js'
import { createTemplate } from '../../../src/plugins/workflows/operations/templates/createTemplate.js'
import { getEngine, type Engine } from '../../../src/plugins/workflows/runtime/engine.js'
import { startFakeOpenAI, type FakeOpenAI } from '../../support/fakeOpenAI.js'
import { checkInvariants } from '../../support/invariants.js'
import { seedTestStudios, startTestPayload } from '../../support/payload.js'
import { createTestDatabase } from '../../support/postgres.js'
import { waitFor } from '../../support/waitFor.js'
import { killWorkers, type WorkerSite } from '../../support/workerProcess.js'
import { siteOptions } from './siteOptions.js'
import { rounds } from './tier.js'

// Deadlines inside the tests say what is late; these only end what hangs, also on a machine that is busy.
vi.setConfig({
  testTimeout: rounds({ test: 120_000, nightly: 1_200_000, release: 7_200_000 }),
  hookTimeout: 240_000,
})

/** One demo site with a fake provider: the test is its web process, and may be one of its workers. */
export interface GuaranteeSite extends WorkerSite {
  fake: FakeOpenAI
  engine: Engine
  sql: <Row extends object = Record<string, unknown>>(
    text: string,
    values?: unknown[],
  ) => Promise<Row[]>
  /** Connections of the test's own, for races and locks. */
  pool: pg.Pool
  /** Id of the user who launches. */
  user: string
  req: () => Promise<PayloadRequest>
  template: (graph: WorkflowGraph) => Promise<string>
  /** A launch of a template made for the graph (one a graph). */
  launch: (graph: WorkflowGraph, input?: Partial<LaunchInput>) => Promise<string>
  show: (id: string) => Promise<ExecutionDetail>
  control: (id: string, action: 'pause' | 'resume' | 'stop') => Promise<ExecutionDetail>
  mend: (id: string, action: 'retry-node' | 'skip-node', nodeId: string) => Promise<ExecutionDetail>
  waitUntil: (
    id: string,
    status: ExecutionDetail['status'],
    withinMs?: number,
  ) => Promise<ExecutionDetail>
  /** A worker inside the test's process: one that no test kills. */
  startSurvivor: (options?: { concurrency?: number }) => Promise<WorkflowsWorker>
  /** After a test: ends its workers, then nothing may be out of order. */
  settle: () => Promise<void>
  stop: () => Promise<void>
}

export async function startSite({
  name,
  leaseSeconds = 2,
  latencyMs = 0,
  except = [],
}: {
  name: string
  leaseSeconds?: number
  /** Of the fake provider. */
  latencyMs?: number
  /** Rules of the doctor that this test breaks on purpose. */
  except?: string[]
}): Promise<GuaranteeSite> {
  const [database, fake] = await Promise.all([
    createTestDatabase(name),
    startFakeOpenAI({ latencyMs }),
  ])
  const shared = { openAI: fake.url, leaseSeconds }
  const { payload, dataDir, stop } = await startTestPayload({
    databaseUri: database.uri,
    key: name,
    workflows: siteOptions(shared),
    logLevel: process.env.TEST_LOG ?? 'silent',
  })
  const studios = await seedTestStudios(payload)
  const pool = new pg.Pool({ connectionString: database.uri, max: 24, application_name: 'tests' })
  pool.on('error', () => undefined)
  const engine = getEngine(payload)
  const workers: WorkflowsWorker[] = []
  const templates = new Map<string, Promise<string>>()

  const req = async () => {
    const user = await payload.findByID({ collection: 'users', id: studios.users.demo })
    const acting = { ...user, collection: 'users' } as unknown as PayloadRequest['user']
    return createLocalReq({ user: acting ?? undefined }, payload)
  }
  const makeTemplate = async (graph: WorkflowGraph) => {
    const { workspace } = studios.acme
    const input = { name: 'Tested', category: 'Custom' as const, workspace, graph, inputs: [] }
    return String((await createTemplate({ req: await req(), input })).id)
  }
  const template: GuaranteeSite['template'] = (graph) => {
    const key = JSON.stringify(graph)
    const known = templates.get(key) ?? makeTemplate(graph)
    templates.set(key, known)
    return known
  }
  const show: GuaranteeSite['show'] = async (id) => showExecution({ req: await req(), exec: id })

  return {
    databaseUri: database.uri,
    dataDir,
    ...shared,
    fake,
    engine,
    pool,
    sql: async (text, values) => (await pool.query(text, values)).rows,
    user: studios.users.demo,
    req,
    template,
    launch: async (graph, input) => {
      const launched = await launchExecution({
        req: await req(),
        input: { template: await template(graph), ...input },
      })
      return launched.id
    },
    show,
    control: async (id, action) => controlExecution({ req: await req(), id, action }),
    mend: async (id, action, nodeId) => mendNode({ req: await req(), id, nodeId, action }),
    waitUntil: async (id, status, withinMs = 30_000) => {
      const ended = new Set(['completed', 'failed', 'stopped'])
      const seen = await waitFor(
        `execution ${id} to be ${status}`,
        async () => {
          const [row] = await pool
            .query<{ status: string }>(
              'select status from payload_workflows.execution where id = $1',
              [id],
            )
            .then(({ rows }) => rows)
          return row && (row.status === status || ended.has(row.status)) ? row.status : null
        },
        { withinMs },
      )
      const detail = await show(id)
      if (seen !== status) {
        throw new Error(
          `Execution ${id} is ${seen}, not ${status}: ${JSON.stringify(detail.error)}`,
        )
      }
      return detail
    },
    startSurvivor: async ({ concurrency = 4 } = {}) => {
      const worker = await startWorker({ payload, concurrency, name: 'survivor' })
      workers.push(worker)
      return worker
    },
    settle: async () => {
      await Promise.all([killWorkers(), ...workers.splice(0).map((worker) => worker.stop())])
      fake.respond(() => undefined)
      expect(await checkInvariants(database.uri, { requests: fake.requests, except })).toEqual([])
    },
    stop: async () => {
      await fake.close()
      await pool.end()
      await engine.close()
      await stop()
      await database.drop()
    },
  }
}
