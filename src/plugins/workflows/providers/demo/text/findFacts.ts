import type { DemoHints } from '../../types.js'

/** Rules for writers, which no reader should see. */
const RULE =
  /\b(never|always|avoid|use|must|should|do not|don['’]t|tone|voice|logo|font|colou?rs?|write|writing|brand|style|guidelines?|capital|audience|readers?|prompt|hex|px|rgb)\b|#|https?:|@/i

/** Fits into an ad: shorter is a heading, longer is a paragraph. */
const MIN_CHARS = 18
const MAX_CHARS = 120

/** Enough for every item of a campaign to have another one. */
const MAX_FACTS = 12

/** Sentences of the context documents that state something: they hold a figure, or name the thing. */
export function findFacts({
  context,
  name,
}: {
  context: DemoHints['context']
  name: string
}): string[] {
  const sentences = context.flatMap(({ text }) =>
    text
      .replace(/[*_`>]/g, '')
      .split(/\n+|(?<=[.!?])\s+(?=[A-Z“"])/)
      .map((sentence) => sentence.replace(/^\s*(?:[-•+]|\d+[.)])\s*/, '').trim()),
  )
  const telling = sentences.filter(
    (sentence) =>
      sentence.length >= MIN_CHARS &&
      sentence.length <= MAX_CHARS &&
      /^[A-Z“"\d].*[.!?]$/.test(sentence) &&
      !RULE.test(sentence) &&
      (/\d/.test(sentence) || (name.length > 2 && sentence.includes(name))),
  )
  return [...new Set(telling)].slice(0, MAX_FACTS)
}
