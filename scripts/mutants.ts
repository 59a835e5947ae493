/**
 * Proves that the guarantee tests have teeth: takes one safeguard of the engine away at a time (tests/mutants) and
 * runs the test that must notice. `npm run test:mutants [name …]`; ends with 1 when a mutant survives.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'

import { applyMutant, makeCopy, type Mutant, readMutants } from './testing/mutants.js'
import { PlainError } from './plainError.js'
import { onShutdown, runCommand } from './shutdown.js'
import { runChild } from './testing/runChild.js'
import { startTestServer } from './testing/testServer.js'

type Verdict = 'killed' | 'survived' | 'does not apply' | 'did not run' | 'red without it'

interface Outcome {
  mutant: Mutant
  verdict: Verdict
  seconds: number
  said: string
  /** What somebody has to read when it is not `killed`. */
  output: string
}

interface Report {
  testResults: {
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
  }[]
}

interface Result {
  /** Null = it did not get as far as running. */
  passed: boolean | null
  /** The first thing that it complained about. */
  said: string
  output: string
  seconds: number
}

/** A test that hangs has noticed too, in its way; its own limit is two minutes. */
const LIMIT_MS = 8 * 60_000

const escape = (title: string): string => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** How the mutant's test ends in a copy. */
async function runTest({ test }: Mutant, folder: string): Promise<Result> {
  const report = path.join(folder, 'report.json')
  const inCopy = (file: string) => path.join(folder, file)
  const built = await runChild(
    ['--import', inCopy('scripts/loader/register.mjs'), inCopy('scripts/buildSqlModule.ts')],
    { quiet: true, limitMs: LIMIT_MS, cwd: folder },
  )
  if (built.code !== 0) return { passed: null, said: '', ...built }
  const run = await runChild(
    [
      inCopy('node_modules/vitest/vitest.mjs'),
      ...['run', '--project', 'guarantees', test.file, '-t', escape(test.title)],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { quiet: true, limitMs: LIMIT_MS, cwd: folder, env: { NODE_ENV: 'test', CI: 'true' } },
  )
  return { ...readResult(report, test.title), output: run.output, seconds: run.seconds }
}

function readResult(file: string, title: string): Pick<Result, 'passed' | 'said'> {
  try {
    const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report
    const results = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ fullName }) => fullName.includes(title))
      .filter(({ status }) => status === 'passed' || status === 'failed')
    const [complaint = ''] = results.flatMap(({ failureMessages }) => failureMessages)
    const passed = results.length === 0 ? null : results.every(({ status }) => status === 'passed')
    return { passed, said: complaint.split('\n')[0]?.slice(0, 160) ?? '' }
  } catch {
    return { passed: null, said: '' }
  }
}

async function judge(mutant: Mutant, mutate: boolean): Promise<Outcome> {
  const { folder, drop } = makeCopy()
  try {
    const refused = mutate ? applyMutant(mutant, folder) : null
    if (refused !== null) {
      return { mutant, verdict: 'does not apply', seconds: 0, said: '', output: refused }
    }
    const { passed, ...run } = await runTest(mutant, folder)
    const verdict = passed === null ? 'did not run' : passed ? 'survived' : 'killed'
    return { mutant, verdict, ...run }
  } finally {
    drop()
  }
}

/** The test without the mutant first: one that is always red proves nothing. */
async function judgeBoth(mutant: Mutant, known: Map<string, Outcome>): Promise<Outcome> {
  const key = `${mutant.test.file} ${mutant.test.title}`
  const control = known.get(key) ?? (await judge(mutant, false))
  known.set(key, control)
  if (control.verdict === 'survived') return judge(mutant, true)
  const verdict = control.verdict === 'killed' ? 'red without it' : control.verdict
  return { ...control, mutant, verdict }
}

runCommand(async () => {
  const wanted = process.argv.slice(2)
  const mutants = readMutants().filter(
    ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
  )
  if (mutants.length === 0) throw new PlainError('No mutant has such a name.')
  const server = await startTestServer()
  onShutdown(server.stop)
  process.env.TEST_DATABASE_SERVER = server.uri
  const controls = new Map<string, Outcome>()
  const outcomes: Outcome[] = []
  for (const mutant of mutants) {
    const outcome = await judgeBoth(mutant, controls)
    outcomes.push(outcome)
    const { verdict, seconds, said, output } = outcome
    const mark = verdict === 'killed' ? '✓' : '✗'
    console.log(`${mark} ${mutant.name}: ${verdict} (${seconds.toFixed(0)} s), ${mutant.what}`)
    console.log(verdict === 'killed' ? `  ${said}` : output)
  }
  const killed = outcomes.filter(({ verdict }) => verdict === 'killed').length
  console.table(
    outcomes.map(({ mutant, verdict }) => ({
      mutant: mutant.name,
      verdict,
      test: `${mutant.test.file}: ${mutant.test.title}`,
    })),
  )
  console.log(`${killed} of ${outcomes.length} mutants killed`)
  return killed === outcomes.length ? 0 : 1
})
