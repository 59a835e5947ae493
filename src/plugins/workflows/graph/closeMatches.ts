import type { Phrase } from './sentence.js'

import { phrase } from './sentence.js'

/** A slip of the pen: two letters wrong, missing or too many. */
const FARTHEST = 2
/** Longer names are no slips; also bounds the work for a hostile graph. */
const LONGEST = 64
const MOST_CANDIDATES = 200

/** Up to three names that were probably meant. */
export function closeMatches({
  name,
  candidates,
}: {
  name: string
  candidates: readonly string[]
}): string[] {
  if (name.length > LONGEST) return []
  const wanted = name.toLowerCase()
  return candidates
    .slice(0, MOST_CANDIDATES)
    .map((candidate) => ({ candidate, far: distance(wanted, candidate.toLowerCase()) }))
    .filter(({ far }) => far <= FARTHEST)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/** Says `Did you mean topic?`, or nothing. */
export type Hint = (args: { name: string; candidates: readonly string[] }) => Phrase | null

/** See `Hint`. */
export const hint: Hint = ({ name, candidates }) => {
  const [first, second, third] = closeMatches({ name, candidates })
  if (first === undefined) return null
  if (second === undefined) return phrase('Did you mean {{first}}?', { first })
  return third === undefined
    ? phrase('Did you mean {{first}} or {{second}}?', { first, second })
    : phrase('Did you mean {{first}} or {{second}} or {{third}}?', { first, second, third })
}

/** The same, a limited number of times: comparing costs, and nobody reads the thousandth guess. */
export function limitedHint(times: number): Hint {
  let left = times
  return (args) => (left-- > 0 ? hint(args) : null)
}

/** Levenshtein, row by row. Infinity as soon as it is clear that the names are too far apart. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > FARTHEST || (a.length <= FARTHEST && a !== b)) {
    return Number.POSITIVE_INFINITY
  }
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    if (Math.min(...next) > FARTHEST) return Number.POSITIVE_INFINITY
    row = next
  }
  return row[b.length] ?? 0
}
