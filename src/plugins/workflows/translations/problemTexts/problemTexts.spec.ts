import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import type { GraphProblem } from '../../graph/types.js'

import { phrase, sentence } from '../../graph/sentence.js'
import { SENTENCES } from '../../graph/sentences.js'
import { validateGraph } from '../../graph/validateGraph.js'
import { specMap } from '../../nodes/specs.js'
import { languages } from '../mergeTranslations.js'
import { createSayLabel } from '../nodeTexts/createSayLabel.js'
import { createSayProblem, problemTexts } from './createSayProblem.js'

const others = Object.keys(languages).filter((language) => language !== 'en')
const gapsIn = (text: string) => (text.match(/\{\{.*?\}\}/g) ?? []).sort()
const sayer = (language: string, translations: unknown = {}) =>
  createSayProblem({
    language,
    translations,
    sayLabel: createSayLabel({ language, translations }),
  })

/** Where sentences are made: the graph, built-in node types, and the builder before it draws. */
const SOURCES = ['../../graph', '../../nodes', '../../../../admin-components/builder']

const sources = SOURCES.flatMap((folder) => {
  const root = new URL(`${folder}/`, import.meta.url)
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.spec)\.tsx?$/.test(file) && !file.endsWith('sentences.ts'))
    .map((file) => readFileSync(new URL(file, root), 'utf8'))
}).join('\n')

/** As they stand in code; a few have a word of our own computed into them. */
const spellings = (text: string) => [
  `'${text}'`,
  `\`${text.replace(/\b(label|description|source|target)\b/, () => '${key}')}\``,
]

/** Much that can be wrong at once. */
const broken: GraphProblem[] = validateGraph({
  specs: specMap(),
  inputs: [
    { name: 'topic', label: 'Topic', type: 'text' },
    { name: 'item', type: 'foo' },
  ],
  graph: {
    nodes: [
      { id: 'a', type: 'generate_copy', label: 'Ad', config: { promptTemplate: '{{topik}}' } },
      {
        id: 'b',
        type: 'generate_copy',
        label: 'B',
        config: { promptTemplate: 'x', quantity: 'abc' },
      },
      { id: 'b', type: 'parallel', label: 'C', config: { maxConcurrent: 1000, foo: 1 } },
      { id: 'd', type: 'conditional', label: 'D', config: { rules: [{ field: 'foo' }] } },
      { id: 'e', type: 'attach_to_document', label: 'E', config: { strategy: 'x' } },
      { id: '1', type: 'merg', label: 'F', config: {} },
    ],
    edges: [
      { source: 'a', target: 'b', sourceHandle: 'true' },
      { source: 'b', target: 'a' },
      { source: 'e', target: 'd' },
    ],
  },
}).problems

describe('sentences about problems', () => {
  it('should be there for every language of the admin', () => {
    expect(Object.keys(problemTexts)).toEqual(others)
  })

  it.each(others)('should each be said in %s, and nothing that nobody says', (language) => {
    expect(Object.keys(problemTexts[language] ?? {}).sort()).toEqual([...SENTENCES].sort())
  })

  it.each(others)('should keep their variables in %s, and be no blanks', (language) => {
    for (const [english, text] of Object.entries(problemTexts[language] ?? {})) {
      expect(gapsIn(text), english).toEqual(gapsIn(english))
      expect(text.trim(), english).not.toBe('')
    }
  })

  it('should be there once each, and only those that some code says', () => {
    expect(SENTENCES).toHaveLength(new Set(SENTENCES).size)
    const unsaid = SENTENCES.filter((text) =>
      spellings(text).every((spelling) => !sources.includes(spelling)),
    )
    expect(unsaid).toEqual([])
  })

  it('should be the message itself in English, and in languages we do not speak', () => {
    expect(broken.length).toBeGreaterThan(10)
    for (const problem of broken) {
      expect(problem.words, problem.message).toBeDefined()
      expect(sayer('en')(problem)).toBe(problem.message)
      expect(sayer('fr')(problem)).toBe(problem.message)
    }
  })

  it.each(others)(
    'should differ from English wherever one looks in %s, with no gap left',
    (language) => {
      for (const problem of broken) {
        const said = sayer(language)(problem)
        expect(said).not.toBe(problem.message)
        expect(said.replaceAll('{{name}} ', '')).not.toMatch(/\{\{/)
      }
    },
  )

  it('should name settings as their forms do', () => {
    const problem = broken.find(({ path }) => path === 'nodes[1].config.quantity')
    expect(problem?.message).toBe(
      '“B”: Quantity must be a whole number from 1 to 100, or {{name}} of a number input.',
    )
    expect(problem && sayer('de')(problem)).toBe(
      '„B“: „Anzahl“ muss eine ganze Zahl zwischen 1 und 100 sein, oder {{name}} einer Zahleneingabe.',
    )
    const theirs = sentence('{{subject}} is missing.', {
      subject: { setting: 'Prompt', type: 'host_node' },
    })
    expect(sayer('pt')(theirs)).toBe('Falta “Prompt”.')
  })

  it('should write lists and numbers as the language does', () => {
    const list = sentence('It asks for {{names}}.', { names: ['a', 'b', 'c'] })
    expect(list.message).toBe('It asks for a, b or c.')
    expect(sayer('de')(list)).toBe('Abgefragt wird a, b oder c.')
    expect(sayer('pt')(list)).toBe('Pede a, b ou c.')
    const names = Array.from({ length: 14 }, (_, at) => `n${at}`)
    expect(sayer('de')(sentence('It asks for {{names}}.', { names }))).toMatch(
      /n11 und 2 weitere\.$/,
    )
    expect(sayer('de')(phrase('at most {{max}}', { max: 5000 }))).toBe('höchstens 5.000')
  })

  it('should leave a problem without words as it is', () => {
    expect(sayer('de')({ message: 'A host says this.' })).toBe('A host says this.')
  })

  it('should leave the last word to the site, also in a language of its own', () => {
    const problems = { '{{subject}} is missing.': '{{subject}} ?', 'a number': 7 }
    const translations = { 'plugin-workflows': { problems } }
    const missing = sentence('{{subject}} is missing.', { subject: 'x' })
    for (const language of ['de', 'en', 'fr', 'rsLatin']) {
      expect(sayer(language, translations)(missing)).toBe('x ?')
    }
    expect(sayer('de', translations)(phrase('a number'))).toBe('eine Zahl')
  })
})
