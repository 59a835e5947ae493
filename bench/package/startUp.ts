import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { transformSync } from '@swc/core'

import type { Prepared, Variant } from './sites.js'

import { VARIANTS } from './sites.js'

export interface Start {
  /** All of the site's modules, its config included. */
  importMs: number
  /** `getPayload`: the config sanitized, the database connected, `onInit` run. */
  initMs: number
  totalMs: number
  /** After a garbage collection. */
  rssMB: number
  heapMB: number
}

/** What a process does that starts the site; in JavaScript, so that nothing else is counted. */
const PROGRAM = `
const begin = performance.now()
const { getPayload } = await import('payload')
const { default: config } = await import('./start.config.mjs')
await config
const imported = performance.now()
await getPayload({ config })
const started = performance.now()
await new Promise((resolve) => setTimeout(resolve, 100))
gc()
gc()
const { rss, heapUsed } = process.memoryUsage()
const figures = {
  importMs: imported - begin,
  initMs: started - imported,
  totalMs: started - begin,
  rssMB: rss / 2 ** 20,
  heapMB: heapUsed / 2 ** 20,
}
process.stdout.write('\\nFIGURES ' + JSON.stringify(figures))
process.exit(0)
`

const writeProgram = ({ site }: Prepared): void => {
  const config = readFileSync(path.join(site.folder, 'payload.config.ts'), 'utf8')
  const { code } = transformSync(config, {
    swcrc: false,
    configFile: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  })
  writeFileSync(path.join(site.folder, 'start.config.mjs'), code)
  writeFileSync(path.join(site.folder, 'start.mjs'), PROGRAM)
}

const startOnce = ({ site, env }: Prepared): Start => {
  const output = execFileSync(
    process.execPath,
    ['--expose-gc', '--conditions=production', 'start.mjs'],
    {
      cwd: site.folder,
      env: { ...process.env, ...env, NODE_ENV: 'production', NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'ignore'],
      encoding: 'utf8',
    },
  )
  return JSON.parse(output.slice(output.indexOf('FIGURES ') + 8)) as Start
}

export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2
}

const KEYS: readonly (keyof Start)[] = ['importMs', 'initMs', 'totalMs', 'rssMB', 'heapMB']

const round = (value: number): number => Math.round(value * 10) / 10

/** Processes of both sites in turns, so that whatever else the machine does falls on both. */
export const measureStartUp = (sites: Record<Variant, Prepared>, runs: number) => {
  const starts: Record<Variant, Start[]> = { with: [], without: [] }
  for (const variant of VARIANTS) {
    writeProgram(sites[variant])
    // Seeds the templates, and fills the disk's cache.
    startOnce(sites[variant])
  }
  for (let run = 0; run < runs; run += 1) {
    for (const variant of VARIANTS) starts[variant].push(startOnce(sites[variant]))
  }
  const medians = (variant: Variant) =>
    Object.fromEntries(
      KEYS.map((key) => [key, round(median(starts[variant].map((start) => start[key])))]),
    ) as unknown as Start
  const [without, withPlugin] = [medians('without'), medians('with')]
  return {
    runs,
    without,
    with: withPlugin,
    addedMs: round(withPlugin.totalMs - without.totalMs),
    addedMB: round(withPlugin.rssMB - without.rssMB),
  }
}
