import type { PayloadRequest } from 'payload'

import { createLocalReq } from 'payload'
import pg from 'pg'

import type { WorkflowGraph } from '../../src/plugins/workflows/graph/types.js'
import type { ExecutionDetail } from '../../src/plugins/workflows/operations/executions/types.js'
import type { WorkerSite } from '../../tests/support/workerProcess.js'

import { startTestServer } from '../../scripts/testing/testServer.js'
import { controlExecution } from '../../src/plugins/workflows/operations/executions/controlExecution.js'
import { launchExecution } from '../../src/plugins/workflows/operations/executions/launchExecution.js'
import { showExecution } from '../../src/plugins/workflows/operations/executions/readExecution.js'
import { createTemplate } from '../../src/plugins/workflows/operations/templates/createTemplate.js'
import { siteOptions } from '../../tests/guarantees/support/siteOptions.js'
import { startFakeOpenAI, type FakeOpenAI } from '../../tests/support/fakeOpenAI.js'
import { seedTestStudios, startTestPayload } from '../../tests/support/payload.js'
import { createTestDatabase } from '../../tests/support/postgres.js'
import { waitFor } from '../../tests/support/waitFor.js'

/** A site on a Postgres of its own: this process launches and looks, workers are what is measured. */
export interface BenchSite extends WorkerSite {
  payload: Awaited<ReturnType<typeof startTestPayload>>['payload']
  fake: FakeOpenAI
  pool: pg.Pool
  prepare: (graph: WorkflowGraph) => Promise<() => Promise<string>>
  show: (id: string) => Promise<ExecutionDetail>
  stopExecution: (id: string) => Promise<void>
  untilEnded: (ids: string[]) => Promise<void>
  close: () => Promise<void>
}

export async function startBenchSite({ latencyMs = 0 } = {}): Promise<BenchSite> {
  const server = await startTestServer()
  process.env.TEST_DATABASE_SERVER = server.uri
  const database = await createTestDatabase('bench')
  const fake = await startFakeOpenAI({ latencyMs })
  const shared = { openAI: fake.url, leaseSeconds: 5 }
  const { payload, dataDir, stop } = await startTestPayload({
    databaseUri: database.uri,
    key: 'bench',
    workflows: siteOptions(shared),
    logLevel: 'silent',
  })
  const studios = await seedTestStudios(payload)
  const pool = new pg.Pool({ connectionString: database.uri, max: 4, application_name: 'bench' })
  pool.on('error', () => undefined)
  const user = await payload.findByID({ collection: 'users', id: studios.users.demo })
  const req = () =>
    createLocalReq(
      { user: { ...user, collection: 'users' } as unknown as PayloadRequest['user'] & object },
      payload,
    )
  const ended = async (ids: string[]) => {
    const { rows } = await pool.query<{ left: number }>(
      `select count(*)::int as left from payload_workflows.execution where id = any ($1::uuid[]) and status not in ('completed', 'failed', 'stopped')`,
      [ids],
    )
    return rows[0]?.left === 0 ? true : null
  }
  return {
    databaseUri: database.uri,
    dataDir,
    ...shared,
    payload,
    fake,
    pool,
    prepare: async (graph) => {
      const { workspace } = studios.acme
      const input = { name: 'Bench', category: 'Custom' as const, workspace, graph, inputs: [] }
      const { id } = await createTemplate({ req: await req(), input })
      return async () => (await launchExecution({ req: await req(), input: { template: id } })).id
    },
    show: async (id) => showExecution({ req: await req(), exec: id }),
    stopExecution: async (id) => {
      await controlExecution({ req: await req(), id, action: 'stop' })
    },
    untilEnded: async (ids) => {
      await waitFor('executions to end', () => ended(ids), { withinMs: 120_000 })
    },
    close: async () => {
      await fake.close()
      await pool.end()
      await stop()
      await server.stop()
    },
  }
}
