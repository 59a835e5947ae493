import type { Payload } from 'payload'
import pg from 'pg'

import type { DemoStudios } from '../../dev/seedDemo.js'
import type { DemoWorkflows } from '../../dev/workflows.js'
import type {
  AgentJob,
  ExecutionDetail,
  NodeState,
} from '../../src/plugins/workflows/operations/executions/types.js'

import { startWorker } from '../../src/jobs/worker.js'
import { demoProvider } from '../../src/plugins/workflows/providers/demo/demoProvider.js'
import { openAIProvider } from '../../src/plugins/workflows/providers/openai.js'
import { getEngine } from '../../src/plugins/workflows/runtime/engine.js'
import { startFakeOpenAI, textAnswer, type FakeAnswer, type FakeOpenAI } from './fakeOpenAI.js'
import { login, restFetch, seedTestStudios, startTestPayload } from './payload.js'
import { createTestDatabase } from './postgres.js'

export const TEMPLATES = '/workflows/templates'
export const EXECUTIONS = '/workflows/executions'
export const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000'

/** How long anything may take; runs take a fraction of a second on a quiet machine. */
const DEADLINE_MS = 40_000
const POLL_MS = 20

/** `nobody` sends no token. `viewer` only looks, `rival` is at home in another workspace. */
export type Person = 'admin' | 'demo' | 'editor' | 'nobody' | 'rival' | 'viewer'

export interface Issue {
  code: string
  message: string
  path: string
  nodeId?: string
}

export interface Refusal {
  errors: [
    {
      name: string
      message: string
      data: { code: string; issues?: Issue[]; status?: string; allowed?: string[] } & Record<
        string,
        unknown
      >
    },
  ]
}

export interface Answer<Body> {
  status: number
  headers: Headers
  body: Body
}

interface Init extends RequestInit {
  json?: unknown
}

type Json = Record<string, unknown>
type Wanted = ExecutionDetail['status'] | ((execution: ExecutionDetail) => boolean)

export interface WorkflowSite {
  payload: Payload
  studios: DemoStudios
  sql: pg.Client
  /** An OpenAI-compatible server; nodes use it by `provider: 'fake'`. */
  fake: FakeOpenAI
  databaseUri: string
  fetch: (who: Person, path: string, init?: Init) => Promise<Response>
  /** What comes back when it is no refusal is for the caller to know. */
  call: <Body = Refusal>(who: Person, path: string, init?: Init) => Promise<Answer<Body>>
  post: <Body = Refusal>(who: Person, path: string, json?: unknown) => Promise<Answer<Body>>
  /** The id of a new published template of the editor's. */
  template: (graph: Graph, more?: Json) => Promise<string>
  /** Launches as the editor; the answer must be 202. */
  launch: (template: string, more?: Json) => Promise<ExecutionDetail>
  /** A template and its launch in one. */
  run: (graph: Graph, more?: Json) => Promise<ExecutionDetail>
  read: (id: string, who?: Person) => Promise<ExecutionDetail>
  /** Looks until it is so; throws what it saw last at the deadline, or when it has ended otherwise. */
  until: (id: string, want: Wanted, who?: Person) => Promise<ExecutionDetail>
  stop: () => Promise<void>
}

const ENDED = ['completed', 'failed', 'stopped']

/** A seeded demo site with a worker, the demo provider without latency, and a fake OpenAI. */
export async function startWorkflowSite({
  name,
  workflows = {},
  slots = 8,
}: {
  name: string
  workflows?: DemoWorkflows
  /** Agent jobs at once; 0 = no worker. */
  slots?: number
}): Promise<WorkflowSite> {
  const fake = await startFakeOpenAI()
  const database = await createTestDatabase(name)
  const { payload, stop } = await startTestPayload({
    databaseUri: database.uri,
    key: name,
    // Errors are what these suites provoke.
    logLevel: process.env.TEST_LOG ?? 'silent',
    workflows: {
      seedSystemTemplates: false,
      providers: [
        demoProvider({ latencyMs: 0, seed: 'tests' }),
        openAIProvider({
          id: 'fake',
          apiKey: 'sk-test-0123456789abcdef',
          baseURL: fake.url,
          allowInsecure: true,
          capabilities: { vision: true },
        }),
      ],
      ...workflows,
    },
  })
  const studios = await seedTestStudios(payload)
  await payload.create({
    collection: 'users',
    data: { email: 'admin@example.com', password: 'demo', name: 'Ada', role: 'admin' },
  })
  const sql = new pg.Client(database.uri)
  await sql.connect()
  const worker = slots > 0 ? await startWorker({ payload, concurrency: slots, name }) : null
  return {
    payload,
    studios,
    sql,
    fake,
    databaseUri: database.uri,
    ...createClient(payload),
    stop: async () => {
      await worker?.stop()
      await sql.end()
      await getEngine(payload).close()
      await stop()
      await fake.close()
      await database.drop()
    },
  }
}

type Client = 'call' | 'fetch' | 'launch' | 'post' | 'read' | 'run' | 'template' | 'until'

function createClient(payload: Payload): Pick<WorkflowSite, Client> {
  const tokens = new Map<Person, Promise<string>>()

  const fetch: WorkflowSite['fetch'] = async (who, path, { json, ...init } = {}) => {
    const headers = new Headers(init.headers)
    if (who !== 'nobody') {
      const token = tokens.get(who) ?? login(payload, `${who}@example.com`)
      tokens.set(who, token)
      headers.set('Authorization', `JWT ${await token}`)
    }
    if (json !== undefined) headers.set('Content-Type', 'application/json')
    const body = json === undefined ? init.body : JSON.stringify(json)
    const method = init.method ?? (body === undefined ? 'GET' : 'POST')
    return restFetch(payload)(path, { ...init, method, headers, body })
  }
  const call: WorkflowSite['call'] = async <Body>(who: Person, path: string, init?: Init) => {
    const response = await fetch(who, path, init)
    const text = await response.text()
    const body = (text ? JSON.parse(text) : {}) as Body
    return { status: response.status, headers: response.headers, body }
  }
  const post: WorkflowSite['post'] = (who, path, json = {}) => call(who, path, { json })

  async function must<Body>(status: number, answer: Promise<Answer<Body>>): Promise<Body> {
    const given = await answer
    if (given.status === status) return given.body
    throw new Error(`${given.status} instead of ${status}: ${JSON.stringify(given.body)}`)
  }
  const template: WorkflowSite['template'] = async (graph, more = {}) => {
    const json = { name: 'A flow', category: 'Custom', graph, inputs: INPUTS, ...more }
    const { id } = await must(201, post<{ id: string }>('editor', TEMPLATES, json))
    return id
  }
  const launch: WorkflowSite['launch'] = (id, more = {}) => {
    const json = { template: id, params: { topic: 'tea' }, ...more }
    return must(202, post<ExecutionDetail>('editor', `${EXECUTIONS}/launch`, json))
  }
  const read: WorkflowSite['read'] = (id, who = 'editor') =>
    must(200, call<ExecutionDetail>(who, `${EXECUTIONS}/${id}`))

  return {
    fetch,
    call,
    post,
    template,
    launch,
    read,
    run: async (graph, more) => launch(await template(graph), more),
    until: async (id, want, who) => {
      const isSo = (seen: ExecutionDetail) =>
        typeof want === 'string' ? seen.status === want : want(seen)
      for (const deadline = Date.now() + DEADLINE_MS; ;) {
        const seen = await read(id, who)
        if (isSo(seen)) return seen
        const isOver = typeof want === 'string' && ENDED.includes(seen.status)
        if (isOver || Date.now() > deadline) {
          throw new Error(`Not ${String(want)}: ${describeExecution(seen)}`)
        }
        await new Promise((resolve) => setTimeout(resolve, POLL_MS))
      }
    },
  }
}

function describeExecution({ status, pauseReason, error, nodes, jobs }: ExecutionDetail): string {
  const steps = nodes.map((node) => `${node.id} ${node.status} ${node.itemsDone}`)
  const errors = jobs.flatMap(({ nodeId, error: why }) =>
    why ? [`${nodeId}: ${why.message}`] : [],
  )
  return JSON.stringify({ status, pauseReason, error, steps, errors })
}

export const INPUTS = [
  { name: 'topic', label: 'Topic', type: 'text', required: true },
  { name: 'count', label: 'Count', type: 'number', min: 1, max: 40, default: 2 },
]

export interface Graph {
  nodes: Json[]
  edges: Json[]
}

export const node = (id: string, type: string, config: Json = {}): Json => ({
  id,
  type,
  label: `The ${id}`,
  position: { x: 0, y: 0 },
  config,
})

export const copy = (id: string, config: Json = {}): Json =>
  node(id, 'generate_copy', { promptTemplate: `${id}: write about {{topic}}`, ...config })

export const image = (id: string, config: Json = {}): Json =>
  node(id, 'generate_image', { promptTemplate: `${id}: draw {{topic}}`, ...config })

export const review = (id: string, config: Json = {}): Json =>
  node(id, 'review', { reviewType: 'approval', instructions: 'Good enough?', ...config })

/** Edges as `a>b`, behind a condition `gate.true>b`. */
export const flow = (nodes: Json[], ...edges: string[]): Graph => ({
  nodes,
  edges: edges.map((edge) => {
    const [from = '', target = ''] = edge.split('>')
    const [source, sourceHandle] = from.split('.')
    return { id: edge, source, target, ...(sourceHandle && { sourceHandle }) }
  }),
})

export const nodeOf = (execution: ExecutionDetail, id: string): NodeState => {
  const found = execution.nodes.find((candidate) => candidate.id === id)
  if (!found) throw new Error(`No node ${id} in ${describeExecution(execution)}`)
  return found
}

export const jobsOf = (execution: ExecutionDetail, nodeId: string): AgentJob[] =>
  execution.jobs.filter((job) => job.nodeId === nodeId)

/** Output of the first (or only) job of a node. */
export const outputOf = (execution: ExecutionDetail, nodeId: string): Json =>
  (jobsOf(execution, nodeId)[0]?.output ?? {}) as Json

/** `a completed`, `b skipped` … in the order of the flow. */
export const statesOf = (execution: ExecutionDetail): string[] =>
  execution.nodes.map(({ id, status }) => `${id} ${status}`)

export const codeOf = ({ body }: Answer<Refusal>): string => body.errors[0].data.code

/** An answer that waits until it is let go. */
export function createGate(answer: FakeAnswer = textAnswer()): {
  answer: FakeAnswer
  open: () => void
} {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return {
    open,
    answer: async (exchange) => {
      await opened
      await answer(exchange)
    },
  }
}

/** Everything a request said to the model, as one text. */
export const promptOf = (request: { body: Json }): string => JSON.stringify(request.body.messages)
