/**
 * What the plugin costs a site that has it and does not use it: `npm run bench:package`. The tarball in one of the
 * fixture sites of tests/package, beside the same site without it. Names as arguments (`startUp`, `weight`) measure
 * only these; `--runs 15` starts more often. Prints JSON and is red above a limit.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { startTestServer } from '../scripts/testing/testServer.js'
import { buildAndStart, prepareSites } from './package/sites.js'
import { measureStartUp } from './package/startUp.js'
import { measureWeight } from './package/weight.js'

const LIMITS = { addedMs: 150, addedMB: 15, addedKB: 15 }

const given = process.argv.slice(2)
const runsAt = given.indexOf('--runs')
const runs = runsAt < 0 ? 11 : Number(given[runsAt + 1])
const wanted = (name: string): boolean => {
  const names = given.filter((word) => !/^(--|\d)/.test(word))
  return names.length === 0 || names.includes(name)
}

const kept = process.env.PACKAGE_HOST_DIR
const folder = kept ?? mkdtempSync(path.join(tmpdir(), 'payload-workflows-bench-'))
const server = await startTestServer()
const over: string[] = []
try {
  const sites = await prepareSites({ folder, server: server.uri })
  if (wanted('startUp')) {
    const startUp = measureStartUp(sites, runs)
    console.log(JSON.stringify({ startUp }, null, 2))
    if (startUp.addedMs > LIMITS.addedMs) over.push(`${startUp.addedMs} ms at start`)
    if (startUp.addedMB > LIMITS.addedMB) over.push(`${startUp.addedMB} MB at start`)
  }
  if (wanted('weight')) {
    const weights = []
    for (const variant of ['without', 'with'] as const) {
      const built = await buildAndStart(sites[variant])
      try {
        weights.push(await measureWeight(built.url))
      } finally {
        await built.stop()
      }
    }
    const [without = {}, withPlugin = {}] = weights
    const addedKB = Object.fromEntries(
      Object.entries(withPlugin).map(([page, { gzipKB }]) => [
        page,
        Math.round((gzipKB - (without[page]?.gzipKB ?? 0)) * 10) / 10,
      ]),
    )
    console.log(JSON.stringify({ weight: { without, with: withPlugin, addedKB } }, null, 2))
    for (const [page, kb] of Object.entries(addedKB)) {
      if (kb > LIMITS.addedKB) over.push(`${kb} kB of scripts on the page "${page}"`)
    }
  }
} finally {
  await server.stop()
  if (!kept) rmSync(folder, { recursive: true, force: true })
}
if (over.length > 0) console.error(`Over the limit: ${over.join(', ')}.`)
process.exit(over.length > 0 ? 1 : 0)
