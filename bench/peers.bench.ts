/**
 * This engine beside what one would use instead, in one run on one PostgreSQL: `npm run bench`; `--help` says its
 * options.
 *
 * Each peer has a process and a database of its own; while one is measured the others stand still. Read the ratios:
 * the figures themselves are only good for the machine they were taken on.
 */
import { writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, totalmem, type } from 'node:os'

import { comparisons, FULL, QUICK } from './comparisons.js'
import { openLab } from './lab.js'
import { readOptions } from './options.js'
import { boundTable, costTable, resultTable } from './report.js'
import { runCounts, runMemory, runQueries, runSoak, type Bound } from './runAlone.js'
import { runComparison, type Result } from './runComparison.js'

const ALONE = ['counts', 'memory', 'queries']
const names = [...comparisons(QUICK).map(({ name }) => name), ...ALONE]
const options = readOptions(names)
const size = options.quick ? QUICK : FULL
const all = comparisons(size)
const wanted = options.soak ? [] : (options.only ?? names)

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
    const measured = await runComparison({ lab, comparison, rounds: options.rounds })
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
  const { soak } = options
  const alone = {
    memory: wanted.includes('memory') && (() => runMemory(lab)),
    queries: wanted.includes('queries') && (() => runQueries(lab, options.quick ? 5 : 30)),
    soak: soak !== null && (() => runSoak(lab, soak)),
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
