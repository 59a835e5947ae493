import type { JsonObject } from '../../graph/types.js'
import type { GenerateCopyConfig } from './spec.js'

import { countWords } from '../../runtime/context/words.js'

/** Further fields of the document that also get the title, the text or the word count. */
export function mapFields({
  mapping = {},
  copy: { title, body },
}: {
  mapping: GenerateCopyConfig['fieldMapping']
  copy: { title: string; body: string }
}): JsonObject {
  const values = { title, text: body, word_count: countWords(body) }
  return Object.fromEntries(
    Object.entries(mapping).map(([field, source]) => [field, values[source]]),
  )
}
