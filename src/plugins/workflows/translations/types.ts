import type { NestedKeysStripped } from '@payloadcms/translations'

import type { en } from './languages/en.js'

/** Every area with every key, as a language must have them. */
export type Words = {
  [Area in keyof typeof en]: { [Key in keyof (typeof en)[Area]]: string }
}

/** What our words are called inside Payload's translations. */
export const TRANSLATIONS = 'plugin-workflows'

/** `attachments:images`; plural forms are one key, chosen by the variable `count`. */
export type WordKey = NestedKeysStripped<typeof en>

/** The same as Payload's `t` takes it. */
export type TranslationKey = `${typeof TRANSLATIONS}:${WordKey}`
