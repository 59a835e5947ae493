import type { Config } from 'payload'

import { deepMergeSimple } from 'payload'

import { de } from './languages/de.js'
import { en } from './languages/en.js'
import { pt } from './languages/pt.js'
import { TRANSLATIONS } from './types.js'

/** Payload's name of each language we speak. */
export const languages = { en, de, pt }

/**
 * Adds our words under those of the site, which win. Which languages are served is the site's choice; in one
 * that we do not speak ours are those of its fallback or English, for Payload's `t` throws without any.
 */
export function mergeTranslations(config: Config): Config {
  const { supportedLanguages = {}, fallbackLanguage } = config.i18n ?? {}
  const spoken: Record<string, typeof en> = languages
  const instead = spoken[fallbackLanguage ?? 'en'] ?? en
  const names = [...Object.keys(languages), ...Object.keys(supportedLanguages)]
  const ours = Object.fromEntries(
    names.map((language) => [language, { [TRANSLATIONS]: spoken[language] ?? instead }]),
  )
  const translations = deepMergeSimple(ours, config.i18n?.translations ?? {})
  return { ...config, i18n: { ...config.i18n, translations } }
}
