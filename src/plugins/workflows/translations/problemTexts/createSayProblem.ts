import type { GraphProblem } from '../../graph/types.js'
import type { Phrase } from '../../graph/sentence.js'

import { isRecord } from '../../graph/json.js'
import {
  ENGLISH,
  listPhrase,
  write,
  type Language,
  type SettingName,
} from '../../graph/sentence.js'
import { TRANSLATIONS } from '../types.js'
import { de } from './de.js'
import { pt } from './pt.js'

/** What is wrong with a workflow, by the English sentence in graph/sentences.ts. English needs none. */
export const problemTexts: Readonly<Record<string, Readonly<Record<string, string>>>> = { de, pt }

/** A problem of the graph, or a phrase by itself, in a person's language. */
export type SayProblem = (problem: Pick<GraphProblem, 'message' | 'words'> | Phrase) => string

/**
 * Says what is wrong with a workflow in a language of the admin. The site has the last word, as with the
 * texts of node types: `i18n.translations.<language>['plugin-workflows'].problems['{{subject}} is missing.']`.
 * A problem without words keeps its message: what a host's own code says, and what comes from the server.
 */
export function createSayProblem({
  language: name,
  translations,
  sayLabel = ({ setting }) => setting,
}: {
  language: string
  /** Payload's, of that language. */
  translations: unknown
  /** See createSayLabel.ts. Apart, because it needs the node types. */
  sayLabel?: (name: SettingName) => string
}): SayProblem {
  const language = createLanguage({ name, translations, sayLabel })
  return (problem) => {
    if ('text' in problem) return write({ words: problem, language })
    return problem.words ? write({ words: problem.words, language }) : problem.message
  }
}

function createLanguage({
  name,
  translations,
  sayLabel,
}: {
  name: string
  translations: unknown
  sayLabel: (name: SettingName) => string
}): Language {
  const ours = problemTexts[name]
  const words = isRecord(translations) ? translations[TRANSLATIONS] : undefined
  const theirs = isRecord(words) && isRecord(words.problems) ? words.problems : undefined
  // Where the sentences stay English, so do the numbers and lists in them.
  const isSpoken = ours !== undefined || (theirs !== undefined && name !== 'en')
  const text: Language['text'] = (english) => {
    const own = theirs?.[english]
    return typeof own === 'string' && own ? own : (ours?.[english] ?? english)
  }
  if (!isSpoken) return { ...ENGLISH, text, setting: sayLabel }
  // In quotation marks: a name of several words, or in the plural, is no subject by itself.
  const named: Language['setting'] = (called) =>
    text('“{{name}}”').replace('{{name}}', () => sayLabel(called))
  const locale = localeOf(name)
  const list = new Intl.ListFormat(locale, { type: 'disjunction' })
  const language: Language = {
    text,
    setting: named,
    number: (value) => value.toLocaleString(locale),
    choices: (names) => {
      const said = listPhrase(names, (shown) => list.format(shown))
      return typeof said === 'string' ? said : write({ words: said, language })
    },
  }
  return language
}

/** Payload's `rsLatin` and a site's own names are nothing that Intl must know. */
function localeOf(name: string): string {
  try {
    return Intl.getCanonicalLocales(name)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
