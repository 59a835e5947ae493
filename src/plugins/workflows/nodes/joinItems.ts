import type { NodeInput, OutputItem } from './defineNode.js'

import { countWords } from '../runtime/context/words.js'

/** The texts of some items, a blank line between them; items without a text (images) add nothing. */
export function joinTexts(items: OutputItem[]): string {
  return items
    .map(({ text }) => (typeof text === 'string' ? text.trim() : ''))
    .filter(Boolean)
    .join('\n\n')
}

/** What every node that passes items on answers. A `type`, as only those count as JSON objects. */
export type ItemsSummary = {
  text: string
  word_count: number
  count: number
  items: OutputItem[]
}

export function summarizeItems(items: OutputItem[]): ItemsSummary {
  const text = joinTexts(items)
  return { text, word_count: countWords(text), count: items.length, items }
}

/** All items that came in, in edge order. */
export function upstreamItems({ upstream }: Pick<NodeInput, 'upstream'>): OutputItem[] {
  return upstream.flatMap(({ items }) => items)
}
