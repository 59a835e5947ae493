/** Middle of some measurements. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}

/** One figure over several rounds. */
export interface Figure {
  median: number
  min: number
  max: number
  rounds: number
}

export const figureOf = (values: number[]): Figure => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
  rounds: values.length,
})

/** What a ratio must be and what it should be; `atLeast` = more is better. */
export interface Goal {
  must: number
  aim: number
  atLeast?: boolean
}

export type Verdict = 'aim' | 'must' | 'missed'

export function judge(value: number, { must, aim, atLeast = false }: Goal): Verdict {
  const holds = (limit: number) => (atLeast ? value >= limit : value <= limit)
  return holds(aim) ? 'aim' : holds(must) ? 'must' : 'missed'
}
