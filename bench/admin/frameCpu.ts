import type { Browser, Page } from 'playwright-core'

import { spread } from '../engine/figures.js'

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Both in µs; `tdur` is what the thread computed, whatever else the machine did meanwhile. */
  ts: number
  tdur?: number
  dur?: number
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline']

/** Begins a trace of `page`; the answer ends it and says what its main thread computed per frame, ms. */
export async function traceFrames(browser: Browser, page: Page) {
  await browser.startTracing(page, { categories: CATEGORIES })
  return async () => {
    const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as {
      traceEvents: TraceEvent[]
    }
    return spread(cpuPerFrame(traceEvents))
  }
}

/** The time of all tasks from one frame's callbacks to the next one's. */
function cpuPerFrame(events: TraceEvent[]): number[] {
  const frames = events.filter(({ name }) => name === 'FireAnimationFrame')
  const thread = mostFrequent(frames.map(({ pid, tid }) => `${pid}/${tid}`))
  const isMain = ({ pid, tid }: TraceEvent) => `${pid}/${tid}` === thread
  const tasks = events
    .filter((event) => event.name === 'RunTask' && event.ph === 'X' && isMain(event))
    .sort((a, b) => a.ts - b.ts)
  const starts = frames
    .filter(isMain)
    .map(({ ts }) => ts)
    .sort((a, b) => a - b)
  const sums: number[] = []
  let at = 0
  for (const task of tasks) {
    const end = task.ts + (task.dur ?? 0)
    let isFrame = false
    while (at < starts.length && (starts[at] ?? 0) <= end) {
      isFrame = true
      at += 1
    }
    if (isFrame) sums.push(0)
    const last = sums.length - 1
    if (last >= 0) sums[last] = (sums[last] ?? 0) + (task.tdur ?? task.dur ?? 0) / 1_000
  }
  return sums
}

function mostFrequent(values: string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}
