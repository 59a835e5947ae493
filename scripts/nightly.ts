/**
 * `npm run test:nightly [-- --minutes 60]`: the guarantee tests with the counts of a night, then chaos for the rest
 * of the time. `--tier release` counts higher, `--only tests` or `--only chaos` does one of the two, `--seed` repeats
 * a chaos that failed. Ends with 1 when anything was lost, doubled or out of order.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

import { PlainError } from './plainError.js'
import { inRepository } from './repository.js'
import { onShutdown, runCommand } from './shutdown.js'
import { runChild } from './testing/runChild.js'
import { startTestServer } from './testing/testServer.js'

/** Minutes of a tier, when nobody says how many. */
const MINUTES: Record<string, number> = { nightly: 60, release: 180 }
/** However long the tests took: less chaos than this shows nothing. */
const LEAST_CHAOS_MINUTES = 1
/** What a run must come to (docs/guarantees.md). */
const LIMITS = { takeoverP95: 7_000, stopToAbortP99: 1_000 }

interface Summary extends Record<string, unknown> {
  takeoverP95: number | null
  stopToAbortP99: number | null
}

/** What runs more rounds at night; a path of Vitest's is enough of a name. */
const COUNTED = ['tests/guarantees/', 'tests/int/attachments.races']

const vitest = inRepository('node_modules', 'vitest', 'vitest.mjs')

/** The directed tests: every race and crash point, many times. */
async function runTests({ tier, minutes }: { tier: string; minutes: number }): Promise<number> {
  const server = await startTestServer()
  onShutdown(server.stop)
  const { code } = await runChild(
    [
      vitest,
      ...['run', '--project', 'guarantees', '--project', 'server', ...COUNTED],
      ...['--reporter=default', '--disable-console-intercept'],
    ],
    {
      quiet: false,
      // They may take twice their share before they count as hanging.
      limitMs: 2 * minutes * 60_000,
      env: {
        GUARANTEE_TIER: tier,
        TEST_DATABASE_SERVER: server.uri,
        NODE_ENV: 'test',
        CI: 'true',
      },
    },
  )
  await server.stop()
  return code
}

/** Kills, freezes, restarts and cut wires, one after the other, with a doctor after each round. */
async function runChaos({ seed, minutes }: { seed: number; minutes: number }): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'payload-workflows-nightly-'))
  const report = path.join(folder, 'report.json')
  try {
    const { code } = await runChild(
      [
        vitest,
        ...['run', '--config', 'tests/guarantees/nightly/vitest.config.ts', '--reporter=default'],
        '--disable-console-intercept',
      ],
      {
        quiet: false,
        limitMs: (minutes + 20) * 60_000,
        env: {
          NIGHTLY_REPORT: report,
          NIGHTLY_MINUTES: String(minutes),
          NIGHTLY_SEED: String(seed),
          NODE_ENV: 'test',
          CI: 'true',
        },
      },
    )
    return Math.max(code, tell(readFileSync(report, 'utf8')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The figures for machines and for people; 1 when one of them is over its limit. */
function tell(report: string): number {
  const summary = JSON.parse(report) as Summary
  console.log(JSON.stringify(summary, null, 2))
  console.table(
    Object.fromEntries(Object.entries(summary).filter(([, value]) => typeof value === 'number')),
  )
  const late = Object.entries(LIMITS).filter(([name, limit]) => Number(summary[name] ?? 0) > limit)
  for (const [name, limit] of late) console.log(`✗ ${name} is ${summary[name]} ms, over ${limit}`)
  return late.length === 0 ? 0 : 1
}

runCommand(async () => {
  const { values } = parseArgs({
    options: {
      tier: { type: 'string', default: 'nightly' },
      minutes: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string' },
    },
  })
  const minutes = Number(values.minutes ?? MINUTES[values.tier])
  const seed = Number(values.seed ?? Date.now() % 1_000_000)
  if (!(minutes > 0) || !Number.isInteger(seed) || !MINUTES[values.tier]) {
    throw new PlainError('--tier is nightly or release; --minutes and --seed are numbers.')
  }
  const startedAt = Date.now()
  const tests = values.only === 'chaos' ? 0 : await runTests({ tier: values.tier, minutes })
  if (values.only === 'tests') return tests
  const left = minutes - (Date.now() - startedAt) / 60_000
  const chaos = await runChaos({ seed, minutes: Math.max(LEAST_CHAOS_MINUTES, left) })
  return Math.max(tests, chaos)
})
