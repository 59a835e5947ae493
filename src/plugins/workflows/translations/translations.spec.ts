import type { Config } from 'payload'

import { describe, expect, it } from 'vitest'

import { languages, mergeTranslations } from './mergeTranslations.js'

const flat = (words: object): Map<string, string> =>
  new Map(
    Object.entries(words).flatMap(([area, entries]: [string, Record<string, string>]) =>
      Object.entries(entries).map(([key, text]) => [`${area}:${key}`, text] as const),
    ),
  )
const variables = (text: string | undefined): string[] =>
  [...(text ?? '').matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => String(name)).sort()

const english = flat(languages.en)
const others = Object.entries(languages).filter(([language]) => language !== 'en')

describe('translations', () => {
  it.each(others)('should have every key and no other in %s', (_, words) => {
    expect([...flat(words).keys()].sort()).toEqual([...english.keys()].sort())
  })

  it.each(others)('should use the same variables in %s', (_, words) => {
    const differing = [...flat(words)].filter(
      ([key, text]) => variables(text).join() !== variables(english.get(key)).join(),
    )
    expect(differing).toEqual([])
  })

  it('should have no empty word, and both forms of each plural', () => {
    for (const words of Object.values(languages)) {
      const all = flat(words)
      expect([...all].filter(([, text]) => text.trim() === '')).toEqual([])
      const ones = [...all.keys()].filter((key) => key.endsWith('_one'))
      expect(ones.every((key) => all.has(key.replace(/_one$/, '_other')))).toBe(true)
    }
  })

  it.each([
    [undefined, 'Images'],
    ['de', 'Bilder'],
    ['fr', 'Images'],
  ])('should have words in languages we do not speak, with the fallback %s', (fallback, images) => {
    const merged = mergeTranslations({
      i18n: { supportedLanguages: { ar: {}, fr: {} }, fallbackLanguage: fallback },
    } as unknown as Config)
    const words = { 'plugin-workflows': { attachments: { images } } }
    expect(merged.i18n?.translations).toMatchObject({ ar: words, fr: words })
    expect(merged.i18n?.translations).toMatchObject({
      pt: { 'plugin-workflows': { attachments: { images: 'Imagens' } } },
    })
  })

  it('should leave the last word to the site', () => {
    const given = { 'plugin-workflows': { attachments: { images: 'Pictures' } }, own: { a: 'A' } }
    const merged = mergeTranslations({ i18n: { translations: { en: given } } } as unknown as Config)
    expect(merged.i18n?.translations).toMatchObject({
      en: {
        own: { a: 'A' },
        'plugin-workflows': { attachments: { images: 'Pictures', primary: 'Primary' } },
      },
      de: { 'plugin-workflows': { attachments: { images: 'Bilder' } } },
    })
  })
})
