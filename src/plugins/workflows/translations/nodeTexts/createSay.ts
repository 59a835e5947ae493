import type { Say } from './say.js'

import { isRecord } from '../../graph/json.js'
import { TRANSLATIONS } from '../types.js'
import { de } from './de.js'
import { pt } from './pt.js'
import { inEnglish } from './say.js'

type Texts = Readonly<Record<string, string>>

/** Texts of the built-in node types, by the English text in their specs. English needs none. */
export const nodeTexts: Readonly<Record<string, Texts>> = { de, pt }

/**
 * Says the texts of the built-in node types in a language of the admin. The site has the last word, as with
 * all other words: `i18n.translations.<language>['plugin-workflows'].nodes['Generate copy']`.
 */
export function createSay({
  language,
  translations,
}: {
  language: string
  /** Payload's, of that language. */
  translations: unknown
}): Say {
  const ours = nodeTexts[language] ?? {}
  const words = isRecord(translations) ? translations[TRANSLATIONS] : undefined
  const theirs = isRecord(words) && isRecord(words.nodes) ? words.nodes : {}
  return (text, variables) => {
    const own = theirs[text]
    return inEnglish(typeof own === 'string' && own ? own : (ours[text] ?? text), variables)
  }
}
