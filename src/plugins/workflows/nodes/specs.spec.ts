import { z } from 'zod'
import { describe, expect, it } from 'vitest'

import { builtInSpecs, specMap } from './specs.js'

const LEAST: Record<string, unknown> = {
  generate_copy: { promptTemplate: 'x' },
  generate_image: { promptTemplate: 'x' },
  attach_to_document: { strategy: 'one_to_one' },
  review: {},
  conditional: { rules: [{ field: 'params.a', operator: 'is_empty' }] },
  parallel: {},
  merge: {},
}

describe('built-in specs', () => {
  it('should be the seven types of the contract', () => {
    expect([...specMap().keys()]).toEqual(Object.keys(LEAST))
  })

  it.each(builtInSpecs.map((spec) => [spec.type, spec] as const))(
    'should give %s a form for every setting and say it as JSON Schema',
    (type, { configSchema, templateFields, references = [], summarize }) => {
      if (!(configSchema instanceof z.ZodObject)) throw new Error(`${type} has no object schema.`)
      for (const [key, schema] of Object.entries(configSchema.shape)) {
        const meta: unknown = z.globalRegistry.get(schema as z.ZodType)
        expect(meta, `${type}.${key}`).toMatchObject({
          field: { control: expect.any(String), label: expect.any(String) },
        })
      }
      const keys = Object.keys(configSchema.shape)
      expect(keys).toEqual(expect.arrayContaining([...templateFields]))
      expect(keys).toEqual(expect.arrayContaining(references.map(({ key }) => key)))
      for (const io of ['input', 'output'] as const) {
        expect(z.toJSONSchema(configSchema, { io })).toMatchObject({ type: 'object' })
      }
      expect(summarize(LEAST[type]).length).toBeGreaterThan(0)
    },
  )

  it('should fill in the defaults of the contract', () => {
    const defaults = builtInSpecs.map(({ type, configSchema }) => configSchema.parse(LEAST[type]))
    expect(defaults).toEqual([
      { promptTemplate: 'x', quantity: 1, contextMode: 'inherit', outputStatus: 'draft' },
      {
        promptTemplate: 'x',
        quantity: 1,
        style: 'professional_marketing',
        dimensions: '1024x1024',
      },
      { strategy: 'one_to_one', matchBy: 'position', setPrimary: true },
      { reviewType: 'approval', instructions: '' },
      { match: 'all', rules: [{ field: 'params.a', operator: 'is_empty' }] },
      { maxConcurrent: 10, waitForAll: true, continueOnError: false },
      { strategy: 'concatenate' },
    ])
  })

  it('should keep ids of documents and reviewers as text', () => {
    const copy = specMap().get('generate_copy')?.configSchema
    expect(
      copy?.parse({ promptTemplate: 'x', contextMode: 'custom', contextDocuments: [7, 'a'] }),
    ).toMatchObject({ contextDocuments: ['7', 'a'] })
    const review = specMap().get('review')?.configSchema
    expect(review?.parse({ reviewers: [1, 'a@b.c'] })).toMatchObject({ reviewers: ['1', 'a@b.c'] })
  })

  it('should sum up a node in one line', () => {
    const line = (type: string, config: object) =>
      specMap()
        .get(type)
        ?.summarize({ ...(LEAST[type] as object), ...config })
    expect(line('generate_copy', { quantity: 10, temperature: 0.7 })).toBe(
      '10 copies · draft · temperature 0.7',
    )
    expect(line('generate_copy', { quantity: '{{ amount }}' })).toBe('amount copies · draft')
    expect(line('generate_image', {})).toBe('1 image · professional marketing · 1024 × 1024')
    expect(line('review', { autoApproveAfterMinutes: 5 })).toBe(
      'Approve or reject · by itself after 5 min',
    )
    expect(line('conditional', {})).toBe('a is empty')
    expect(line('parallel', { waitForAll: false })).toBe('10 at once · first one wins')
  })

  it('should add the types of a host', () => {
    const [copy] = builtInSpecs
    if (!copy) throw new Error('There are no specs.')
    expect(specMap([{ ...copy, type: 'shout' }]).size).toBe(8)
  })
})
