import { fork, type ChildProcess } from 'node:child_process'

import type { CrashPoint } from '../../src/plugins/workflows/runtime/crashPoints.js'
import type { WorkerTask } from '../guarantees/support/workerMain.js'

import { inRepository } from '../../scripts/repository.js'
import { WORKER_FLAG } from '../guarantees/support/testNodes.js'
import { workerBundle } from '../guarantees/support/workerBundle.js'
import { waitFor } from './waitFor.js'

/** What all processes of one site share. */
export interface WorkerSite {
  databaseUri: string
  /** Folder of uploads. */
  dataDir: string
  /** Base URL of the fake provider; absent = the demo provider. */
  openAI?: string
  leaseSeconds?: number
}

export interface Exit {
  code: number | null
  signal: NodeJS.Signals | null
}

export interface TestProcess {
  pid: number
  exited: Promise<Exit>
  isAlive: () => boolean
  kill: (signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT' | 'SIGTERM') => void
  /** Everything it has printed. */
  output: () => string
}

export interface WorkerProcess extends TestProcess {
  /** Under which it owns jobs. */
  id: string
}

/** `after_memo:2` = dies when it passes that point for the second time. */
type Crash = CrashPoint | `${CrashPoint}:${number}`

const living = new Set<ChildProcess>()
const busy = new Set<ChildProcess>()
const warm: Promise<ChildProcess>[] = []

// A child that outlives the test keeps a pipe or a database open; SIGKILL also ends a stopped one.
process.on('exit', () => living.forEach((child) => child.kill('SIGKILL')))

/** Starts processes that have loaded their packages and wait: the next workers then start at once. */
export function warmWorkers(count = 1): void {
  while (warm.length < count) warm.push(spawnWarm())
}

/** A real worker process on a site's database. Resolves when it looks for jobs. */
export async function startWorkerProcess(
  site: WorkerSite,
  {
    crash,
    concurrency = 4,
    clockMs,
  }: { crash?: Crash; concurrency?: number; clockMs?: number } = {},
): Promise<WorkerProcess> {
  const worker = await startProcess({ site, crash, concurrency, clockMs, task: { kind: 'work' } })
  const readId = () => /Worker (\S+) is ready/.exec(worker.output())?.[1]
  const id = await waitFor('a worker to be ready', async () => {
    // What it said counts, however soon it died after.
    if (!worker.isAlive()) await worker.exited
    const said = readId()
    if (said !== undefined || worker.isAlive()) return said
    // It may be that quick: crash points are passed before the process says that it is ready.
    if (crash) return 'died'
    throw new Error(`The worker ended before it was ready.\n${worker.output()}`)
  })
  return { ...worker, id }
}

/** A process that does one thing, such as a launch, and ends. */
export async function startProcess({
  site,
  task,
  crash,
  concurrency = 4,
  clockMs = 0,
}: {
  site: WorkerSite
  task: WorkerTask
  crash?: Crash
  concurrency?: number
  /** How far its clock is ahead of everybody's. */
  clockMs?: number
}): Promise<TestProcess> {
  const child = await (warm.shift() ?? spawnWarm())
  busy.add(child)
  let output = ''
  child.stdout?.on('data', (piece: Buffer) => (output += piece.toString()))
  child.stderr?.on('data', (piece: Buffer) => (output += piece.toString()))
  const exited = new Promise<Exit>((resolve) => {
    // After its last output; `exit` may come before that.
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  child.send({
    [WORKER_FLAG]: 'yes',
    DATABASE_URI: site.databaseUri,
    WORKFLOWS_DATA_DIR: site.dataDir,
    WORKFLOWS_PROCESS: 'worker',
    WORKFLOWS_TASK: JSON.stringify(task),
    WORKFLOWS_CONCURRENCY: String(concurrency),
    WORKFLOWS_LEASE_SECONDS: String(site.leaseSeconds ?? ''),
    ...(crash && { WORKFLOWS_CRASH: crash }),
    ...(clockMs !== 0 && { WORKFLOWS_TEST_CLOCK_MS: String(clockMs) }),
    ...(site.openAI && { OPENAI_BASE_URL: site.openAI }),
  })
  return {
    pid: child.pid ?? 0,
    exited,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    kill: (signal) => void child.kill(signal),
    output: () => output,
  }
}

/** Ends every process that is in use; warm ones stay for the next test. */
export async function killWorkers(): Promise<void> {
  const children = [...busy]
  const gone = children.map((child) =>
    child.exitCode === null && child.signalCode === null
      ? new Promise((resolve) => child.once('exit', resolve))
      : null,
  )
  for (const child of children) child.kill('SIGKILL')
  busy.clear()
  await Promise.all(gone)
}

async function spawnWarm(): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const started = await spawnOnce()
    if (typeof started !== 'string') return started
    // See the imports of workerEntry.ts.
    if (attempt === 3) throw new Error(`A worker process did not start.\n${started}`)
  }
}

/** A child that is warm, or what it said when it ended before. */
async function spawnOnce(): Promise<ChildProcess | string> {
  const child = fork(await workerBundle(), [], {
    cwd: inRepository(),
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH,
      // As workers run; outside of it lexical takes yet another way to load.
      NODE_ENV: 'production',
      PAYLOAD_SECRET: 'tests',
      PAYLOAD_LOG_LEVEL: 'warn',
      DISABLE_PAYLOAD_HMR: 'true',
    },
  })
  living.add(child)
  child.once('exit', () => living.delete(child))
  let complaint = ''
  child.stderr?.on('data', (piece: Buffer) => (complaint += piece.toString()))
  const isWarm = await new Promise<boolean>((resolve) => {
    child.once('message', () => resolve(true))
    child.once('exit', () => resolve(false))
  })
  if (!isWarm) return `It ended with code ${child.exitCode}. ${complaint}`
  // A test that ends must not wait for its workers.
  child.unref()
  child.channel?.unref()
  for (const pipe of [child.stdout, child.stderr]) (pipe as { unref?: () => void }).unref?.()
  return child
}
