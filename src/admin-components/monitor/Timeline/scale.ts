import type { Bar } from './lanes.js'

/** A stretch in which nothing worked, drawn shorter than it was. */
export interface Gap {
  from: number
  to: number
}

export interface TimeScale {
  /** Share of the whole width, 0 to 1. */
  at: (ms: number) => number
  gaps: Gap[]
  ticks: number[]
  /** The same for scales that put all moments at the same places. */
  key: string
}

/** A wait is shortened when it is longer than all work, and long enough to be noticed at all. */
const SHORTEST_GAP_MS = 20_000
/** Width of a shortened wait, as a share of the work beside it: enough for its words. */
const GAP_SHARE = 0.14
/** Room behind the last bar. */
const TAIL = 1.06

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200, 14_400, 43_200]
/** On a timeline as wide as its frame. */
const MOST_TICKS = 8

/** Where moments are: work to scale, long waits for people or a pause cut short between it. */
export function scaleOf({
  work,
  end,
  shorten,
  zoom = 1,
}: {
  /** Bars of everything but reviews, in any order. */
  work: readonly Bar[]
  /** Last moment, in ms since the beginning. */
  end: number
  shorten: boolean
  zoom?: number
}): TimeScale {
  const last = Math.max(1_000, end)
  const gaps = shorten ? gapsIn({ work, last }) : []
  const shown = last - gaps.reduce((sum, { from, to }) => sum + to - from, 0)
  const width = gaps.length > 0 ? shown * GAP_SHARE : 0
  const total = (shown + gaps.length * width) * TAIL
  const at = (ms: number): number => {
    let place = ms
    for (const { from, to } of gaps) {
      if (ms <= from) break
      const inside = Math.min(ms, to) - from
      place += (inside / (to - from)) * width - inside
    }
    return place / total
  }
  const step = stepFor((total / 1000) * (1 / zoom))
  const key = [total, ...gaps.flatMap(({ from, to }) => [from, to])].join()
  return { at, gaps, key, ticks: ticksOf({ last: last + total * (1 - 1 / TAIL), step, gaps }) }
}

function gapsIn({ work, last }: { work: readonly Bar[]; last: number }): Gap[] {
  const busy = merge(work)
  const worked = busy.reduce((sum, { from, to }) => sum + to - from, 0)
  const least = Math.max(SHORTEST_GAP_MS, worked)
  if (worked === 0) return []
  const edges = [{ from: 0, to: 0 }, ...busy, { from: last, to: last }]
  return edges.flatMap(({ to }, index) => {
    const next = edges[index + 1]
    return next && next.from - to > least ? [{ from: to, to: next.from }] : []
  })
}

function merge(work: readonly Bar[]): Gap[] {
  const merged: Gap[] = []
  for (const { start, end } of [...work].sort((a, b) => a.start - b.start)) {
    const known = merged.at(-1)
    if (known && start <= known.to) known.to = Math.max(known.to, end)
    else merged.push({ from: start, to: end })
  }
  return merged
}

/**
 * Up to where a timeline is drawn whose end moves on: an eighth further at a time. What is finished then stays
 * where it is for a while instead of moving with every second.
 */
export function horizonOf(ms: number): number {
  const step = 2 ** Math.floor(Math.log2(Math.max(1_000, ms))) / 8
  return Math.ceil(ms / step) * step
}

const stepFor = (seconds: number): number =>
  STEPS.find((candidate) => seconds / candidate <= MOST_TICKS) ?? Math.ceil(seconds / MOST_TICKS)

/** Round moments; none within a shortened wait, where they would lie about its length. */
function ticksOf({
  last,
  step,
  gaps,
}: {
  last: number
  step: number
  gaps: readonly Gap[]
}): number[] {
  const ticks: number[] = []
  const ms = step * 1000
  let moment = 0
  while (moment <= last) {
    const gap = gaps.find(({ from, to }) => moment > from && moment < to)
    if (gap) {
      moment = Math.ceil(gap.to / ms) * ms
      continue
    }
    ticks.push(moment)
    moment += ms
  }
  return ticks
}
