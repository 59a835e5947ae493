import { describe, expect, it } from 'vitest'

import type { JsonObject } from './types.js'

import { estimatePlan } from './estimate.js'
import { planOf } from './testSupport/drawGraph.js'

const prices = {
  'small-*': { inputPerMillion: 1, outputPerMillion: 10 },
  'small-2*': { inputPerMillion: 100 },
  'pix-1': { perImage: 0.04 },
}

function estimate(
  text: string,
  configs: Record<string, JsonObject> = {},
  over: { params?: JsonObject; contextCharacters?: number; textModel?: string } = {},
) {
  return estimatePlan({
    plan: planOf(text, configs),
    params: over.params ?? {},
    contextCharacters: over.contextCharacters ?? 0,
    prices,
    textModel: over.textModel ?? 'small-1',
    imageModel: 'pix-1',
  })
}

describe('estimatePlan', () => {
  it('should count copies and images, tokens, cost and time', () => {
    const promptTemplate = 'x'.repeat(400)
    const { items, tokens, cost, durationMs } = estimate(
      'copy:c > attach:t, image:i > t',
      {
        c: { promptTemplate, quantity: '{{ amount }}' },
        i: { promptTemplate: 'x'.repeat(40), quantity: 5 },
      },
      { params: { amount: 10 } },
    )
    expect(items).toBe(15)
    // 10 copies read 100 and write 400 tokens, 5 images read 10.
    expect(tokens).toBe(10 * 500 + 5 * 10)
    expect(cost).toBeCloseTo((10 * 100 * 1 + 10 * 400 * 10) / 1e6 + 5 * 0.04)
    expect(durationMs).toBe(12_000)
  })

  it('should add context where it is read, and what earlier nodes wrote', () => {
    const read = (config: JsonObject) =>
      estimate('copy:c', { c: { promptTemplate: 'abcd', ...config } }, { contextCharacters: 4_000 })
        .tokens - 401
    expect(read({})).toBe(1_000)
    expect(read({ contextMode: 'none' })).toBe(0)
    expect(read({ contextMode: 'custom', contextDocuments: ['1', 2] })).toBe(2_000)
    const chained = (promptTemplate: string) =>
      estimate('copy:a > copy:b', { a: { quantity: 3 }, b: { promptTemplate } }).tokens
    expect(chained('{{ previous_output }}') - chained('a'.repeat(21))).toBe(1_200)
  })

  it('should follow items through what maps over them', () => {
    const { items } = estimate('copy:a > review:r > copy:b', {
      a: { quantity: 4 },
      b: { itemsFrom: 'r' },
    })
    expect(items).toBe(8)
  })

  it('should spread work over 20 slots and keep to the limit of a parallel', () => {
    expect(estimate('copy:a', { a: { quantity: 100 } }).durationMs).toBe(20_000)
    const both = { a: { quantity: 20 }, b: { quantity: 20 } }
    expect(estimate('copy:a > merge:m, copy:b > m', both).durationMs).toBe(8_000)
    const branches = 'parallel:p > copy:a > merge:m, p > copy:b > m'
    const configs = { a: { quantity: 10 }, p: { maxConcurrent: 2 } }
    expect(estimate(branches, configs).durationMs).toBe(20_000)
    expect(estimate('copy:a > copy:b > image:c').durationMs).toBe(4_000 + 4_000 + 12_000)
  })

  it('should take the longest matching price and say what it does not know', () => {
    expect(estimate('copy:c', {}, { textModel: 'small-2-mini' }).cost).toBeCloseTo(0.000_125)
    const unknown = estimate('copy:c', { c: { model: 'else' } })
    expect(unknown.cost).toBe(0)
    expect(unknown.assumptions.at(-1)).toBe('No price is known for else, so it counts as 0.')
    const { assumptions } = estimate('copy:c > review:r > if:f.true > copy:d')
    expect(assumptions.join(' ')).toMatch(/branch of a condition.*Reviews let everything through/)
    for (const sentence of assumptions) expect(sentence).toMatch(/^[A-Z].*\.$/)
  })
})
