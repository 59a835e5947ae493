import { wordsOf } from './words.js'

/** From features.md (F-duplicates): at or above it two copies count as the same one. */
export const NEAR_DUPLICATE = 0.8

/** How alike two texts are, 0 to 1: shared word trigrams over all word trigrams (Jaccard). */
export function similarity(a: string, b: string): number {
  const left = trigrams(wordsOf(a))
  const right = trigrams(wordsOf(b))
  if (left.size === 0 || right.size === 0) return left.size === right.size ? 1 : 0
  let shared = 0
  for (const trigram of left) if (right.has(trigram)) shared += 1
  return shared / (left.size + right.size - shared)
}

/** Nearly the same text as one of the others, or exactly the same but for case and punctuation. */
export function isNearDuplicate({
  title,
  body,
  others,
}: {
  title: string
  body: string
  others: string[]
}): boolean {
  const own = new Set([normalise(body), normalise(`${title} ${body}`)])
  return others.some(
    (other) => own.has(normalise(other)) || similarity(body, other) >= NEAR_DUPLICATE,
  )
}

function normalise(text: string): string {
  return wordsOf(text).join(' ')
}

/** Texts of one or two words have no trigram; they are their own only one. */
function trigrams(words: string[]): Set<string> {
  if (words.length < 3) return new Set(words.length === 0 ? [] : [words.join(' ')])
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`))
}
