import type { SettingName } from '../../graph/sentence.js'

import { createSay } from './createSay.js'
import { isBuiltIn } from './translateSpecs.js'

/** Says a setting as its form calls it: built-in ones in a person's language, a host's in the host's words. */
export function createSayLabel(i18n: {
  language: string
  translations: unknown
}): (name: SettingName) => string {
  const say = createSay(i18n)
  return ({ setting, type }) => (isBuiltIn(type) ? say(setting) : setting)
}
