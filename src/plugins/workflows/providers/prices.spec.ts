import { describe, expect, it } from 'vitest'

import { priceOf } from './prices.js'

const prices = {
  'gpt-5*': { inputPerMillion: 1, outputPerMillion: 10 },
  'gpt-5.4-mini*': { inputPerMillion: 0.25, outputPerMillion: 2 },
  'gpt-5.4-mini': { inputPerMillion: 0.2, outputPerMillion: 1 },
  'gpt-image-2': { inputPerMillion: 5, perImage: 0.04 },
  '*': { outputPerMillion: 100 },
}
const usage = { tokensIn: 1_000_000, tokensOut: 500_000 }

describe('priceOf', () => {
  it.each([
    ['gpt-5.4-mini', 0.7],
    ['gpt-5.4-mini-2026-03-01', 1.25],
    ['gpt-5.9', 6],
    ['something-else', 50],
  ])('should price %s by the closest entry', (model, cost) => {
    expect(priceOf({ prices, model, ...usage })).toEqual({ cost, known: true })
  })

  it('should add images', () => {
    const price = { prices, model: 'gpt-image-2', tokensIn: 200_000, tokensOut: 9, images: 3 }
    expect(priceOf(price).cost).toBeCloseTo(1.12)
  })

  it('should say that a price is not known', () => {
    expect(priceOf({ prices: {}, model: 'x', ...usage })).toEqual({ cost: 0, known: false })
    expect(priceOf({ prices: {}, model: 'toString', ...usage }).known).toBe(false)
  })

  it('should never return a negative or endless cost', () => {
    const odd = { prices, model: 'gpt-5', tokensIn: -5, tokensOut: Number.NaN, images: -1 }
    expect(priceOf(odd)).toEqual({ cost: 0, known: true })
    expect(priceOf({ ...odd, tokensIn: Infinity }).cost).toBe(0)
  })
})
