import { z } from 'zod'
import { describe, expect, it } from 'vitest'

import type { NodeSpec } from '../../nodes/defineNode.js'
import type { Say } from './say.js'

import { isRecord } from '../../graph/json.js'
import { builtInSpecs, specMap } from '../../nodes/specs.js'
import { languages } from '../mergeTranslations.js'
import { createSay, nodeTexts } from './createSay.js'
import { inEnglish } from './say.js'
import { translateSettings, translateSpecs } from './translateSpecs.js'

/** One of each kind that a summary tells apart, merged into the least that a type needs. */
const SETTINGS: Record<string, object[]> = {
  generate_copy: [
    { promptTemplate: 'x' },
    { promptTemplate: 'x', quantity: 3, outputStatus: 'review', temperature: 1 },
    { promptTemplate: 'x', itemsFrom: 'a', outputStatus: 'published' },
  ],
  generate_image: [
    { promptTemplate: 'x', quantity: 3 },
    ...['professional_marketing', 'minimalist', 'vibrant', 'realistic', 'artistic'].map(
      (style) => ({ promptTemplate: 'x', style }),
    ),
  ],
  attach_to_document: ['position', 'id', 'content'].map((matchBy) => ({
    strategy: 'one_to_one',
    matchBy,
  })),
  review: [{}, { autoApproveAfterMinutes: 5 }],
  conditional: [
    'greater_than',
    'less_than',
    'equals',
    'not_equals',
    'contains',
    'is_empty',
  ].flatMap((operator) => {
    const rule = { field: 'params.a', operator, value: 1 }
    return ['all', 'any'].map((match) => ({ match, rules: [rule, rule] }))
  }),
  parallel: [{}, { waitForAll: false, continueOnError: true }],
  merge: [{}],
}

/** Whatever a person reads, wherever it stands; found without the code that translates. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, part]) =>
    typeof part === 'string'
      ? ['label', 'help', 'placeholder', 'description'].includes(key)
        ? [part]
        : []
      : textsIn(part),
  )
}

function textsOf(spec: NodeSpec, say: Say = inEnglish): string[] {
  const { configSchema: _schema, ...rest } = spec
  return [...textsIn(rest), ...textsIn(translateSettings({ spec, say }))]
}

function summaryTexts({ type, summarize }: NodeSpec): string[] {
  const said: string[] = []
  for (const config of SETTINGS[type] ?? []) {
    summarize(config, (text) => {
      said.push(text)
      return text
    })
  }
  return said
}

const all = new Set(builtInSpecs.flatMap((spec) => [...textsOf(spec), ...summaryTexts(spec)]))
const others = Object.keys(languages).filter((language) => language !== 'en')
const bracesIn = (text: string) => (text.match(/\{\{.*?\}\}/g) ?? []).sort()

describe('texts of the built-in node types', () => {
  it('should be there for every language of the admin', () => {
    expect(Object.keys(nodeTexts)).toEqual(others)
  })

  it.each(others)('should each be said in %s, and nothing that no spec says', (language) => {
    const known = Object.keys(nodeTexts[language] ?? {})
    expect({
      missing: [...all].filter((text) => !known.includes(text)),
      unused: known.filter((text) => !all.has(text)),
    }).toEqual({ missing: [], unused: [] })
  })

  it.each(others)('should keep their variables in %s, and be no blanks', (language) => {
    for (const [english, text] of Object.entries(nodeTexts[language] ?? {})) {
      expect(bracesIn(text), english).toEqual(bracesIn(english))
      expect(text.trim(), english).not.toBe('')
    }
  })

  it('should be asked for wherever a person reads them, and only there', () => {
    const marked: Say = (text) => `«${text}»`
    for (const spec of translateSpecs({ specs: specMap(), say: marked }).values()) {
      const english = specMap().get(spec.type)
      if (!english) throw new Error(`There is no ${spec.type}.`)
      expect(textsOf(spec, marked)).toEqual(textsOf(english).map((text) => marked(text)))
      expect(spec.configSchema).toBe(english.configSchema)
      expect(spec.inputs.map(({ id, kinds }) => [id, kinds])).toEqual(
        english.inputs.map(({ id, kinds }) => [id, kinds]),
      )
    }
  })

  it('should sum up a node in the language of the reader', () => {
    const line = (language: string, type: string, config: object) =>
      translateSpecs({ specs: specMap(), say: createSay({ language, translations: {} }) })
        .get(type)
        ?.summarize(config)
    const copies = { promptTemplate: 'x', quantity: 10, temperature: 0.7 }
    expect(line('de', 'generate_copy', copies)).toBe('10 Texte · Entwurf · Temperatur 0.7')
    expect(line('pt', 'generate_copy', copies)).toBe('10 textos · rascunho · temperatura 0.7')
    expect(line('fr', 'generate_copy', copies)).toBe('10 copies · draft · temperature 0.7')
    const rule = { field: 'params.a', operator: 'greater_than', value: 5 }
    expect(line('de', 'conditional', { rules: [rule, rule] })).toBe('a größer als 5 und 1 weitere')
  })

  it('should leave the types of a host as the host wrote them', () => {
    const [copy] = builtInSpecs
    if (!copy) throw new Error('There are no specs.')
    const configSchema = z.object({
      a: z.string().meta({ field: { control: 'text', label: 'Prompt' } }),
    })
    const own: NodeSpec = { ...copy, type: 'shout', configSchema }
    const say = createSay({ language: 'de', translations: {} })
    expect(translateSpecs({ specs: specMap([own]), say }).get('shout')).toBe(own)
    expect(textsIn(translateSettings({ spec: own, say }))).toEqual(['Prompt'])
  })

  it('should leave the last word to the site, also in a language of its own', () => {
    const translations = { 'plugin-workflows': { nodes: { 'Generate copy': 'Own', Prompt: 7 } } }
    expect(createSay({ language: 'de', translations })('Generate copy')).toBe('Own')
    expect(createSay({ language: 'fr', translations })('Generate copy')).toBe('Own')
    expect(createSay({ language: 'fr', translations })('Prompt')).toBe('Prompt')
    expect(createSay({ language: 'de', translations: undefined })('Merge')).toBe('Zusammenführen')
  })

  it.each(others)('should be what other texts in %s call a type', (language) => {
    const { toolbar } = languages[language as keyof typeof languages]
    expect(toolbar.startBlankHelp).toContain(nodeTexts[language]?.['Generate copy'])
  })
})
