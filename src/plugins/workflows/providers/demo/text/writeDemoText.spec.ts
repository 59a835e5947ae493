import { describe, expect, it } from 'vitest'

import type { DemoHints } from '../../types.js'
import { DOMAINS, TONES } from './findVoice.js'
import { writeDemoText } from './writeDemoText.js'

const schema = {
  name: 'copy',
  jsonSchema: {
    type: 'object',
    properties: { title: { type: 'string' }, body: { type: 'string' } },
    required: ['title', 'body'],
  },
}

const LABELS: [string, { longBody: boolean }][] = [
  ['Ad copy', { longBody: true }],
  ['Instagram caption', { longBody: true }],
  ['Blog post', { longBody: true }],
  ['Social snippets', { longBody: false }],
  ['Subject lines', { longBody: false }],
  ['Email body', { longBody: true }],
  ['Headlines', { longBody: false }],
  ['CTA copy', { longBody: false }],
  ['Campaign angles', { longBody: true }],
  ['Product text', { longBody: true }],
]

const BRIEFS: [string, Record<string, unknown>][] = [
  ['a product', { product: 'Fjord 3 city bike', audience: 'commuters', tone: 'friendly' }],
  ['a topic', { topic: 'How to choose a standing desk', tone: 'professional' }],
  ['an offer', { campaign_name: 'Summer Sale', offer: '20 % off until Sunday', cta: 'Shop now' }],
  ['nothing', {}],
]

function hintsOf(hints: Partial<DemoHints>): DemoHints {
  const base = { seed: 'run-1', params: {}, index: 0, quantity: 10, prompt: '', context: [] }
  return { ...base, nodeLabel: 'Ad copy', ...hints }
}

function write(hints: Partial<DemoHints>, seed = ''): { title: string; body: string } {
  const parsed: unknown = JSON.parse(
    writeDemoText({ request: { hints: hintsOf(hints), schema }, seed }),
  )
  return parsed as { title: string; body: string }
}

function trigrams(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`))
}

function similarity(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)]
  const both = [...left].filter((trigram) => right.has(trigram)).length
  return both / Math.max(1, left.size + right.size - both)
}

const SEEDS: [string, (index: number) => string][] = [
  ['one seed for all', () => 'run-1'],
  ['a seed for each', (index) => `job-${index}`],
  ['seeds that jump', (index) => `attempt ${index * 7919}`],
]

describe('ten items of a node', () => {
  describe.each(LABELS)('%s', (nodeLabel) => {
    it.each(BRIEFS)('should be ten different texts about %s', (_name, params) => {
      for (const [, seedOf] of SEEDS) {
        const items = Array.from({ length: 10 }, (_, index) =>
          write({ nodeLabel, params, index, seed: seedOf(index) }),
        )
        expect(new Set(items.map(({ title }) => title)).size).toBe(10)
        items.forEach(({ body }, at) => {
          for (const other of items.slice(at + 1)) {
            expect(other.body).not.toBe(body)
            expect(similarity(body, other.body)).toBeLessThan(0.6)
          }
        })
      }
    })
  })

  it('should differ even when their prompts do not have the topic in common', () => {
    const items = Array.from({ length: 10 }, (_, index) =>
      write({ index, prompt: `Write a Facebook ad about thing number ${index}`, seed: `${index}` }),
    )
    expect(new Set(items.map(({ title }) => title)).size).toBe(10)
  })

  it('should have a hundred titles for a hundred ads', () => {
    for (const [, params] of BRIEFS) {
      const titles = Array.from({ length: 100 }, (_, index) => write({ params, index }).title)
      expect(new Set(titles).size).toBe(100)
    }
  })
})

describe('a text', () => {
  it('should be the same for the same request, and another for another seed', () => {
    for (const [nodeLabel] of LABELS) {
      const hints = { nodeLabel, params: { topic: 'oat milk' }, index: 3 }
      expect(write(hints)).toEqual(write(hints))
      const rewrites = ['a', 'b', 'c', 'd', 'e'].map((seed) => write({ ...hints, seed }).body)
      expect(new Set(rewrites).size).toBeGreaterThan(1)
      expect(write(hints, 'another site')).not.toEqual(write(hints))
    }
  })

  it('should not take the text of a sibling when it is rewritten', () => {
    const params = { topic: 'oat milk' }
    const siblings = Array.from({ length: 10 }, (_, index) => write({ params, index }))
    for (let attempt = 0; attempt < 50; attempt++) {
      const rewritten = write({ params, index: 4, seed: `run-1 rewrite ${attempt}` })
      siblings.forEach(({ title, body }, index) => {
        if (index === 4) return
        expect(rewritten.title).not.toBe(title)
        expect(similarity(rewritten.body, body)).toBeLessThan(0.6)
      })
    }
  })

  it('should speak of the brief', () => {
    const params = {
      'Key message': 'Arrives in two days',
      targetAudience: 'Busy parents',
      productName: 'Oatly Barista',
      discount: '3 for 2',
    }
    const texts = Array.from({ length: 10 }, (_, index) => write({ params, index }).body)
    expect(texts.every((text) => text.includes('Oatly Barista'))).toBe(true)
    expect(texts.every((text) => text.includes('3 for 2.'))).toBe(true)
    expect(texts.join(' ')).toContain('Arrives in two days.')
    expect(texts.join(' ')).toContain('busy parents')
  })

  it('should quote facts of the context, but no rules for writers', () => {
    const text =
      '# Brand\nAlways use 2 spaces.\n- The belt lasts 30,000 km without oil.\nUse the logo in 3 colours.'
    const context = [{ title: 'Fjord brand guidelines', text }]
    const params = { topic: 'bikes' }
    const texts = Array.from({ length: 10 }, (_, index) => write({ params, index, context }).body)
    expect(texts.join(' ')).toContain('The belt lasts 30,000 km without oil.')
    expect(texts.join(' ')).not.toMatch(/2 spaces|logo/)
  })

  it('should find its topic in the prompt when no param names it', () => {
    const prompt = 'Write a Facebook ad for the launch of our vegan granola. Keep it short.'
    expect(write({ prompt }).body).toContain('vegan granola')
  })

  it('should change its vocabulary with the tone', () => {
    const texts = TONES.map(({ id }) =>
      Array.from({ length: 6 }, (_, index) => write({ params: { tone: id }, index }).body).join(
        ' ',
      ),
    )
    expect(new Set(texts).size).toBe(TONES.length)
    const urgent = texts[TONES.findIndex(({ id }) => id === 'urgent')]
    expect(urgent).toMatch(/now|today|before/i)
  })

  it('should leave no slot open, whatever it writes about', () => {
    const topics = ['bike', 'tea', 'app', 'yoga', 'hotel', 'sofa', 'jacket', 'insurance']
    for (const [nodeLabel] of LABELS) {
      for (const topic of topics) {
        for (let index = 0; index < 12; index++) {
          for (const seed of ['a', 'b', 'c', 'd']) {
            const { title, body } = write({ nodeLabel, params: { topic }, index, seed })
            expect(`${title} ${body}`).not.toMatch(/[{}]|undefined|NaN| {2}|\.\.|,,|the the/)
          }
        }
      }
    }
  })

  it.each(LABELS)(
    'should say that it is a demo where it is long: %s',
    (nodeLabel, { longBody }) => {
      const { body } = write({ nodeLabel, params: { topic: 'tea' } })
      expect(body.endsWith('*Demo text. No AI was used.*')).toBe(longBody)
    },
  )
})

describe('kinds of text', () => {
  const words = (text: string) => text.split(/\s+/).length

  it('should keep their lengths', () => {
    for (let index = 0; index < 12; index++) {
      for (const [, params] of BRIEFS) {
        const of = (nodeLabel: string) => write({ nodeLabel, params, index })
        expect(words(of('Ad copy').body)).toBeLessThan(70)
        expect(words(of('Ad copy').body)).toBeGreaterThan(20)
        const post = of('Blog post').body
        expect(words(post)).toBeGreaterThan(350)
        expect(words(post)).toBeLessThan(600)
        expect(post.match(/^## /gm)).toHaveLength(5)
        expect(post.match(/^- /gm)?.length).toBeGreaterThan(2)
        expect(of('Subject lines').title.length).toBeLessThanOrEqual(60)
        expect(of('Social snippet').body.length).toBeLessThanOrEqual(280)
        expect(words(of('CTA').title)).toBeLessThanOrEqual(6)
      }
    }
  })

  it.each([
    ['', 'Write an email subject line for our sale', /^[^\n]{5,60}$/],
    ['', 'Write a Facebook ad. End with a call to action.', /^# [^\n]+\n\n[^\n]+\n\n\*Demo/],
    ['', 'Write a blog post with an outline about tea', /\n## /],
    ['Step 2', 'Something nice', /^# /],
    ['Headlines', 'Write a blog post', /^[^#\n]+$/],
    ['Snippets', 'Five snippets', /^[^#\n].*#\w+$/],
  ])('should be found for "%s" and "%s"', (nodeLabel, prompt, shape) => {
    const text = writeDemoText({ request: { hints: hintsOf({ nodeLabel, prompt }) }, seed: '' })
    expect(text).toMatch(shape)
  })
})

describe('answers by schema', () => {
  it('should fill every property by its name, type and limits', () => {
    const jsonSchema = {
      type: 'object',
      properties: {
        headline: { type: 'string', maxLength: 20 },
        caption: { type: 'string' },
        score: { type: 'number' },
        rating: { type: 'integer', minimum: 1, maximum: 5 },
        approved: { type: 'boolean' },
        category: { enum: ['news', 'advice'] },
        tags: { type: 'array', items: { type: 'string' }, maxItems: 2 },
        sections: {
          type: 'array',
          items: { type: 'object', properties: { title: { type: 'string' }, text: {} } },
        },
        seo: { type: 'object', properties: { description: { type: ['string', 'null'] } } },
        note: { anyOf: [{ type: 'null' }, { type: 'string' }] },
        kind: { const: 'ad' },
      },
    }
    for (let index = 0; index < 12; index++) {
      const text = writeDemoText({
        request: { hints: hintsOf({ index }), schema: { name: 'x', jsonSchema } },
        seed: '',
      })
      const answer = JSON.parse(text)
      expect(Object.keys(answer)).toEqual(Object.keys(jsonSchema.properties))
      expect(answer.headline.length).toBeLessThanOrEqual(20)
      expect(answer.caption).toContain('*Demo text.')
      expect(answer.score).toBeGreaterThanOrEqual(0)
      expect(answer.score).toBeLessThanOrEqual(10)
      expect([1, 2, 3, 4, 5]).toContain(answer.rating)
      expect(typeof answer.approved).toBe('boolean')
      expect(['news', 'advice']).toContain(answer.category)
      expect(answer.tags).toHaveLength(2)
      expect(new Set(answer.sections.map(({ title }: { title: string }) => title)).size).toBe(3)
      expect(answer.seo.description).toEqual(expect.any(String))
      expect(answer.kind).toBe('ad')
    }
  })

  it('should survive a schema that holds itself', () => {
    const jsonSchema: Record<string, unknown> = { type: 'object' }
    jsonSchema['properties'] = { again: jsonSchema }
    const request = { hints: hintsOf({}), schema: { name: 'x', jsonSchema } }
    expect(writeDemoText({ request, seed: '' })).toContain('again')
  })
})

describe('the lists', () => {
  it.each(DOMAINS)('should hold enough, and nothing twice: $id', (domain) => {
    expect(domain.scenes.length).toBeGreaterThanOrEqual(12)
    for (const list of [domain.details, domain.moments, domain.calls, domain.hashtags]) {
      expect(list.length).toBeGreaterThanOrEqual(5)
      expect(new Set(list).size).toBe(list.length)
    }
    const lines = domain.scenes.flat()
    expect(new Set(lines).size).toBe(lines.length)
  })

  it('should have no title that two walks of life share', () => {
    const titles = DOMAINS.flatMap(({ scenes }) =>
      scenes.flatMap(([first, second]) => [first, second]),
    )
    expect(new Set(titles).size).toBe(titles.length)
  })
})
