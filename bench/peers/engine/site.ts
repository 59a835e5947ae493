import type { PayloadRequest } from 'payload'

import { setTimeout as sleep } from 'node:timers/promises'

import { createLocalReq, type Payload } from 'payload'
import pg from 'pg'

import type { WorkflowGraph } from '../../../src/plugins/workflows/graph/types.js'
import type { PeerSite } from '../types.js'

import { startWorker, type WorkflowsWorker } from '../../../src/jobs/worker.js'
import { launchExecution } from '../../../src/plugins/workflows/operations/executions/launchExecution.js'
import { createTemplate } from '../../../src/plugins/workflows/operations/templates/createTemplate.js'
import { openAIProvider } from '../../../src/plugins/workflows/providers/openai.js'
import { getEngine } from '../../../src/plugins/workflows/runtime/engine.js'
import { newExecutionId } from '../../../src/plugins/workflows/runtime/newExecutionId.js'
import { startFakeOpenAI, type FakeOpenAI } from '../../../tests/support/fakeOpenAI.js'
import { seedTestStudios, startTestPayload } from '../../../tests/support/payload.js'
import { createCounter, within } from '../patience.js'
import { createInstantProvider } from './instantProvider.js'
import { benchStep } from './nodes.js'
import { startProvider } from './providerProcess.js'

/** How a prepared graph is launched. */
export interface Launcher {
  template: string
  /** The engine's own statement with a plan that is stored already: what a peer's "enqueue" is. */
  byEngine: () => Promise<string>
  /** What a REST launch does: rights, template, params, compile, store the plan, launch, read it back. */
  byApi: () => Promise<string>
}

/** The demo site with a worker in the same process, as the other peers have launcher and worker together. */
export interface EngineSite extends PeerSite {
  payload: Payload
  dataDir: string
  /** Told what to answer, for workers in other processes. */
  fake: FakeOpenAI
  workspace: string
  steps: ReturnType<typeof createCounter>
  /** The bench's own connections. */
  pool: pg.Pool
  req: () => Promise<PayloadRequest>
  prepare: (graph: WorkflowGraph) => Promise<Launcher>
  /** Starts the worker, or another one when it has other slots; 0 = none. */
  work: (slots: number) => Promise<void>
  untilEnded: (ids: string[], everyMs?: number) => Promise<void>
  query: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>
  close: () => Promise<void>
}

/** How often the bench looks whether the last completion is on disk, once the last step has run. */
const LOOK_MS = 2

export async function startEngineSite({
  databaseUri,
  ownProvider = true,
}: PeerSite & {
  /** A provider in a process of its own; tests that only count do without. */
  ownProvider?: boolean
}): Promise<EngineSite> {
  const fake = await startFakeOpenAI()
  const provider = ownProvider ? await startProvider() : null
  const steps = createCounter()
  const { payload, dataDir, stop } = await startTestPayload({
    databaseUri,
    key: 'bench',
    logLevel: 'silent',
    workflows: {
      providers: [
        openAIProvider({
          apiKey: 'bench',
          baseURL: provider?.url ?? fake.url,
          allowInsecure: true,
          textModel: 'fake-text',
          imageModel: 'fake-image',
        }),
        await createInstantProvider(),
      ],
      nodes: [benchStep(steps.hit)],
      limits: { duplicateRewrites: 0 },
      seedSystemTemplates: false,
    },
  })
  const studios = await seedTestStudios(payload)
  const engine = getEngine(payload)
  const pool = new pg.Pool({ connectionString: databaseUri, max: 2, application_name: 'bench' })
  const launchers = new Map<string, Promise<Launcher>>()
  let worker: WorkflowsWorker | null = null
  let current = 0

  const req = async () => {
    const user = await payload.findByID({ collection: 'users', id: studios.users.demo })
    const acting = { ...user, collection: 'users' } as unknown as PayloadRequest['user']
    return createLocalReq({ user: acting ?? undefined }, payload)
  }
  const query: EngineSite['query'] = async (text, values) => (await pool.query(text, values)).rows

  const untilEnded: EngineSite['untilEnded'] = async (ids, everyMs = LOOK_MS) => {
    const look = async () => {
      for (;;) {
        // Marked, so that it is not counted as the engine's.
        const { rows } = await pool.query<{ left: number }>({
          name: 'bench_left',
          text: `select /* bench */ count(*)::int as left from payload_workflows.execution
                 where id = any ($1::uuid[]) and status not in ('completed', 'failed', 'stopped')`,
          values: [ids],
        })
        if (rows[0]?.left === 0) return
        await sleep(everyMs)
      }
    }
    await within('the executions', look())
  }

  async function makeLauncher(graph: WorkflowGraph): Promise<Launcher> {
    const { workspace } = studios.acme
    const input = { name: 'Bench', category: 'Custom' as const, workspace, graph, inputs: [] }
    const template = String((await createTemplate({ req: await req(), input })).id)
    const acting = await req()
    const byApi = async () => (await launchExecution({ req: acting, input: { template } })).id
    const first = await byApi()
    await untilEnded([first])
    const [known] = await query<{ row: Record<string, unknown>; plan: string; limit: number }>(
      `select to_jsonb(x) as row, e.plan, e.max_parallel as limit from payload_workflows.execution e
       join workflow_executions x on x.id = e.id::text where e.id = $1`,
      [first],
    )
    if (!known) throw new Error('The first launch has left no row.')
    const { row, plan, limit } = known
    const fresh = { status: 'pending', progress_percent: 0, items_done: 0, current_nodes: null }
    const byEngine = async () => {
      const id = newExecutionId()
      const now = new Date().toISOString()
      await engine.launch({
        id,
        plan,
        workspace,
        launchKey: null,
        template,
        test: false,
        maxParallel: limit,
        timeoutMs: 3_600_000,
        projection: { ...row, ...fresh, id, created_at: now, updated_at: now },
      })
      return id
    }
    return { template, byEngine, byApi }
  }

  return {
    databaseUri,
    payload,
    dataDir,
    fake,
    workspace: studios.acme.workspace,
    steps,
    pool,
    req,
    query,
    untilEnded,
    prepare: (graph) => {
      const key = JSON.stringify(graph)
      const known = launchers.get(key) ?? makeLauncher(graph)
      launchers.set(key, known)
      return known
    },
    work: async (slots) => {
      if (slots === current) return
      await worker?.stop()
      worker = slots > 0 ? await startWorker({ payload, concurrency: slots }) : null
      current = slots
    },
    close: async () => {
      await worker?.stop()
      await engine.close()
      await pool.end()
      await stop()
      await fake.close()
      provider?.close()
    },
  }
}
