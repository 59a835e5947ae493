import type { Config } from 'payload'

import { deepMergeSimple } from 'payload'

import { de } from './languages/de.js'
import { en } from './languages/en.js'
import { pt } from './languages/pt.js'
import { TRANSLATIONS } from './types.js'

/** Payload's name of each language we speak. */
export const languages = { en, de, pt }

/** Adds our words under those of the site, which win. Which languages are served is the site's choice. */
export function mergeTranslations(config: Config): Config {
  const ours = Object.fromEntries(
    Object.entries(languages).map(([language, words]) => [language, { [TRANSLATIONS]: words }]),
  )
  const translations = deepMergeSimple(ours, config.i18n?.translations ?? {})
  return { ...config, i18n: { ...config.i18n, translations } }
}
