/**
 * This engine beside what one would use instead, in one run on one PostgreSQL: `npm run bench`.
 *
 *   --rounds 3       how often each is measured, interleaved
 *   --only a,b       some of: linear, chain, start, fan, … counts, memory, queries (all names: --list)
 *   --quick          small sizes: shows that all of it works
 *   --soak 100000    that many jobs in one process, instead of everything else
 *   --json file      all figures, the machine and the versions
 *
 * Each peer has a process and a database of its own; while one is measured the others stand still. Read the ratios:
 * the figures themselves are only good for the machine they were taken on.
 */
import { writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, totalmem, type } from 'node:os'
import { parseArgs } from 'node:util'

import { comparisons, FULL, QUICK } from './comparisons.js'
import { openLab } from './lab.js'
import { boundTable, costTable, resultTable } from './report.js'
import { runCounts, runMemory, runQueries, runSoak, type Bound } from './runAlone.js'
import { runComparison, type Result } from './runComparison.js'

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    soak: { type: 'string' },
    json: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
})
const size = options.quick ? QUICK : FULL
const all = comparisons(size)
const ALONE = ['counts', 'memory', 'queries']
const names = [...all.map(({ name }) => name), ...ALONE]
const wanted = options.soak ? [] : (options.only?.split(',') ?? names)
const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length > 0 || options.list) {
  console.log(
    `${unknown.length > 0 ? `Unknown: ${unknown.join(', ')}. ` : ''}Names: ${names.join(', ')}`,
  )
  process.exit(unknown.length > 0 ? 1 : 0)
}

const say = (line: string) => console.error(line)
const lab = await openLab({ stored: size.stored, say })
const machine = {
  cpu: `${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown'}`,
  memoryGb: Math.round(totalmem() / 1e9),
  system: type(),
  node: process.version,
  postgres: lab.postgres,
}
const results: Result[] = []
const bounds: Bound[] = []
const details: Record<string, unknown> = {}
try {
  for (const comparison of all.filter(({ name }) => wanted.includes(name))) {
    say(`${comparison.name}: ${comparison.title}`)
    const measured = await runComparison({ lab, comparison, rounds: Number(options.rounds) })
    results.push(...measured.results)
    if (measured.details.length > 0) details[comparison.name] = measured.details
  }
  if (wanted.includes('counts')) {
    say('counts: what a job costs the database')
    const counted = await runCounts({ lab, size, withFsyncs: !options.quick })
    bounds.push(...counted.bounds)
    details.counts = counted.costs
    console.log(`\n${costTable(counted.costs)}`)
  }
  const alone = {
    memory: wanted.includes('memory') && (() => runMemory(lab)),
    queries: wanted.includes('queries') && (() => runQueries(lab, options.quick ? 5 : 30)),
    soak: options.soak && (() => runSoak(lab, Number(options.soak))),
  }
  for (const [name, run] of Object.entries(alone)) {
    if (!run) continue
    say(`${name} …`)
    const measured = await run()
    bounds.push(...measured.bounds)
    details[name] = measured.details
    console.log(`\n${name}: ${JSON.stringify(measured.details, null, 1)}`)
  }
} finally {
  await lab.close()
}

const { rounds, quick } = options
const { absent } = lab
const report = {
  at: new Date().toISOString(),
  machine,
  rounds,
  quick,
  results,
  bounds,
  details,
  absent,
}
console.log(`\n${Object.values(machine).join(', ')}\nMedians of ${rounds} rounds (range).\n`)
if (results.length > 0) console.log(resultTable(results))
if (bounds.length > 0) console.log(`\n${boundTable(bounds)}`)
for (const sentence of absent) console.log(sentence)
if (options.json) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`)
process.exit(0)
