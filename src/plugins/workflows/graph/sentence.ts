import type { SentenceText } from './sentences.js'

import { LONGEST_LIST, oneOf, shorten } from './wording.js'

/** How a form calls a setting, which is a word of the node type and translated with it. */
export interface SettingName {
  setting: string
  /** The node's type: a host's own are not ours to translate. */
  type: string
}

/** What fills a gap of a sentence. Numbers are written as a language does, texts as they are. */
export type Filling = string | number | Phrase | SettingName

/** A sentence, or a part of one, before it is said in a language. */
export interface Phrase {
  text: SentenceText
  /** Lists are choices: `a, b or c`. */
  values: Readonly<Record<string, Filling | readonly Filling[]>>
}

/** `topic` of “Did you mean {{topic}}?”. */
type Gaps<Text extends string> = Text extends `${string}{{${infer Gap}}}${infer Rest}`
  ? Gap | Gaps<Rest>
  : never

type Values<Text extends string> = Readonly<Record<Gaps<Text>, Filling | readonly Filling[]>>

/** Nothing to fill in, nothing to give. */
type Given<Text extends string> = [Gaps<Text>] extends [never] ? [] : [values: Values<Text>]

/** A sentence or a part of one, to put into another. */
export function phrase<Text extends SentenceText>(text: Text, ...given: Given<Text>): Phrase {
  const [values = {}] = given
  return { text, values }
}

/** What a problem says: in English, as the API has always answered it, and so that others can say it. */
export function sentence<Text extends SentenceText>(
  text: Text,
  ...given: Given<Text>
): { message: string; words: Phrase } {
  return said(phrase(text, ...given))
}

/** The same of a phrase that is there already. */
export function said(words: Phrase): { message: string; words: Phrase } {
  return { message: write({ words, language: ENGLISH }), words }
}

/** A name in quotation marks, cut to a readable length. */
export function quoted(name: string): Phrase {
  return phrase('“{{name}}”', { name: shorten(name) })
}

/** One sentence after the other; what is null is left out. */
export function inTurn(first: Phrase, ...others: (Phrase | null)[]): Phrase {
  return others.reduce<Phrase>(
    (before, next) =>
      next ? phrase('{{first}} {{second}}', { first: before, second: next }) : before,
    first,
  )
}

/** What a language has to say for a phrase to be said in it. */
export interface Language {
  text: (english: SentenceText) => string
  number: (value: number) => string
  choices: (names: readonly string[]) => string
  setting: (name: SettingName) => string
}

/** As the API answers. */
export const ENGLISH: Language = {
  text: (english) => english,
  number: (value) => value.toLocaleString('en-US'),
  choices: oneOf,
  setting: ({ setting }) => setting,
}

/** Says a phrase. One pass a level: what a value holds is never taken for a gap. */
export function write({ words, language }: { words: Phrase; language: Language }): string {
  const fill = (value: Filling): string => {
    if (typeof value === 'string') return value
    if (typeof value === 'number') return language.number(value)
    return 'setting' in value ? language.setting(value) : write({ words: value, language })
  }
  return language.text(words.text).replace(/\{\{(\w+)\}\}/g, (braces, gap: string) => {
    const value = words.values[gap]
    if (value === undefined) return braces
    return isList(value) ? language.choices(value.map(fill)) : fill(value)
  })
}

/** The same list in another language, as long as in English. */
export function listPhrase(
  names: readonly string[],
  join: (names: string[]) => string,
): Phrase | string {
  if (names.length === 0) return phrase('nothing')
  const shown = names.slice(0, LONGEST_LIST).map(shorten)
  if (names.length === shown.length) return join(shown)
  const count = names.length - LONGEST_LIST
  return phrase('{{names}} and {{count}} more', { names: shown.join(', '), count })
}

/** `Array.isArray` does not narrow lists that must not be changed. */
function isList(value: Filling | readonly Filling[]): value is readonly Filling[] {
  return Array.isArray(value)
}
