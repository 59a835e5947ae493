/** Dollars per million tokens, or per image, by model id; `*` at the end matches a prefix. */
export type Prices = Readonly<
  Record<string, { inputPerMillion?: number; outputPerMillion?: number; perImage?: number }>
>

/** The price of a model: its own entry, else the longest prefix. */
export function priceOf({
  model,
  prices,
}: {
  model: string
  prices: Prices
}): Prices[string] | null {
  const entries = new Map(Object.entries(prices))
  const exact = entries.get(model)
  if (exact) return exact
  const prefixes = [...entries.keys()]
    .filter((key) => key.endsWith('*') && model.startsWith(key.slice(0, -1)))
    .sort((a, b) => b.length - a.length)
  return entries.get(prefixes[0] ?? '') ?? null
}
