import type { PriceTable } from './types.js'

const TOKENS_PER_PRICE = 1_000_000

/**
 * What a call cost in US dollars by the site's price table. The exact model id wins, then the longest
 * entry that ends in `*` and matches as a prefix. `known` is false, and `cost` 0, when no entry fits.
 * Counts that are negative or not finite count as 0, so a total never falls.
 */
export function priceOf({
  prices,
  model,
  tokensIn,
  tokensOut,
  images = 0,
}: {
  prices: PriceTable
  model: string
  tokensIn: number
  tokensOut: number
  images?: number
}): { cost: number; known: boolean } {
  const price = findPrice({ prices, model })
  if (!price) return { cost: 0, known: false }
  const cost =
    (count(tokensIn) * (price.inputPerMillion ?? 0)) / TOKENS_PER_PRICE +
    (count(tokensOut) * (price.outputPerMillion ?? 0)) / TOKENS_PER_PRICE +
    count(images) * (price.perImage ?? 0)
  return { cost, known: true }
}

function findPrice({ prices, model }: { prices: PriceTable; model: string }) {
  if (Object.hasOwn(prices, model)) return prices[model]
  const prefixes = Object.keys(prices)
    .filter((key) => key.endsWith('*') && model.startsWith(key.slice(0, -1)))
    .sort((a, b) => b.length - a.length)
  return prefixes[0] === undefined ? undefined : prices[prefixes[0]]
}

function count(value: number): number {
  return Number.isFinite(value) ? Math.max(0, value) : 0
}
