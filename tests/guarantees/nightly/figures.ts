import { writeFileSync } from 'node:fs'

/** What a night of chaos came to. */
export interface Figures {
  seed: number
  minutes: number
  rounds: number
  kills: number
  freezes: number
  restarts: number
  terminations: number
  blackHoles: number
  executions: number
  agentJobs: number
  documents: number
  media: number
  /** Executions that did not end, and jobs that a completed one lacks. */
  lost: number
  /** Documents and images beyond what the executions should have made. */
  doubled: number
  violations: string[]
  /** Given up after three deaths and mended by hand: that is the promise, not a fault. */
  poisoned: number
  /** Calls that were made again because a worker died in the middle of them. */
  callsRepeated: number
  /** Milliseconds from a kill until another worker runs all of its jobs; nothing else was wrong meanwhile. */
  takeoverMs: number[]
  /** The same while the database was down, others were frozen, or for jobs that a worker had died with before. */
  takeoverDisturbedMs: number[]
  stopToAbortMs: number[]
}

export const newFigures = (seed: number): Figures => ({
  seed,
  minutes: 0,
  rounds: 0,
  kills: 0,
  freezes: 0,
  restarts: 0,
  terminations: 0,
  blackHoles: 0,
  executions: 0,
  agentJobs: 0,
  documents: 0,
  media: 0,
  lost: 0,
  doubled: 0,
  violations: [],
  poisoned: 0,
  callsRepeated: 0,
  takeoverMs: [],
  takeoverDisturbedMs: [],
  stopToAbortMs: [],
})

export function percentile(values: number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null
}

/** Lists as what is read of them; the rest as it is. */
export function summarise(figures: Figures) {
  const { takeoverMs, takeoverDisturbedMs, stopToAbortMs, violations, ...counts } = figures
  return {
    ...counts,
    violations: violations.length,
    takeovers: takeoverMs.length,
    takeoverP50: percentile(takeoverMs, 0.5),
    takeoverP95: percentile(takeoverMs, 0.95),
    takeoverMax: percentile(takeoverMs, 1),
    takeoverDisturbedP95: percentile(takeoverDisturbedMs, 0.95),
    stops: stopToAbortMs.length,
    stopToAbortP50: percentile(stopToAbortMs, 0.5),
    stopToAbortP99: percentile(stopToAbortMs, 0.99),
  }
}

/** Written after each round, so that a run that is cut short has figures too. */
export function keepFigures(figures: Figures): void {
  const file = process.env.NIGHTLY_REPORT
  if (file) {
    const report = { ...summarise(figures), found: figures.violations }
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
  }
}
