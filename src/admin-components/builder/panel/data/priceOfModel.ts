import type { JsonObject } from '../../../../plugins/workflows/graph/types.js'

import { priceOf, type Prices } from '../../../../plugins/workflows/graph/priceOf.js'

/** As graph/estimate.ts counts: a token is about 4 characters, a copy about 400 tokens long. */
const CHARACTERS_PER_TOKEN = 4
const TOKENS_PER_COPY = 400

/** What the jobs of a node roughly cost with a model, in dollars; null when no price is known. */
export function priceOfModel({
  model,
  prices,
  config,
  quantity,
  isImage,
}: {
  model: string
  prices: Prices
  config: JsonObject
  quantity: number
  isImage: boolean
}): number | null {
  const price = priceOf({ model, prices })
  if (!price) return null
  if (isImage) return price.perImage === undefined ? null : price.perImage * quantity
  const texts = [config.promptTemplate, config.systemPrompt]
  const characters = texts.reduce<number>(
    (sum, text) => sum + (typeof text === 'string' ? text.length : 0),
    0,
  )
  const most = typeof config.maxTokens === 'number' ? config.maxTokens : TOKENS_PER_COPY
  const one =
    (characters / CHARACTERS_PER_TOKEN) * (price.inputPerMillion ?? 0) +
    Math.min(most, TOKENS_PER_COPY) * (price.outputPerMillion ?? 0)
  return (one * quantity) / 1e6
}
