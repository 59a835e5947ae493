import type { PayloadRequest } from 'payload'

import type { PriceTable, Provider } from '../../providers/types.js'

import { requireUser } from '../../access/requireUser.js'
import { getPluginContext } from '../../pluginContext.js'

/** A list that a person waits for: long enough for a slow server, short enough to go on without. */
const PATIENCE_MS = 5_000
/** New models come out every few weeks; opening a panel must not ask each time. */
const FRESH_MS = 5 * 60_000
/** A server that was down for a moment should not stay empty for long. */
const FAILED_FRESH_MS = 30_000
/** Some routers list thousands; nobody scrolls through more. */
const MOST_MODELS = 500

export interface ProviderModels {
  name: string
  label: string
  isDemo: boolean
  /** What nodes without a model of their own use. */
  textModel: string
  imageModel: string
  /** Empty when the provider did not answer. */
  text: string[]
  image: string[]
}

export interface ModelList {
  providers: ProviderModels[]
  /** The site's price table: dollars by model id, `*` at the end matches a prefix. */
  prices: PriceTable
}

/** Names that say what a model is for; servers list all kinds in one go and tell no more. */
const IMAGE_NAMES = /dall-?e|image|imagen|flux|stable-?diffusion|sdxl|midjourney|artist/i
const OTHER_NAMES =
  /embed|whisper|tts|transcri|moderation|rerank|speech|audio|realtime|sora|video|davinci|babbage/i

/** Models of all providers of the site. Which provider answers is no secret, what it costs neither. */
export async function listModels({ req }: { req: PayloadRequest }): Promise<ModelList> {
  requireUser(req)
  const { providers, options } = getPluginContext(req.payload)
  return {
    providers: await Promise.all(providers.map((provider) => describeModels({ provider, req }))),
    prices: options.prices,
  }
}

async function describeModels({
  provider,
  req,
}: {
  provider: Provider
  req: PayloadRequest
}): Promise<ProviderModels> {
  const { id, label, isDemo, textModel, imageModel, capabilities } = provider
  const all = await readModels({ provider, req })
  const image = all.filter((model) => model === imageModel || IMAGE_NAMES.test(model))
  const text = all.filter((model) => !image.includes(model) && !OTHER_NAMES.test(model))
  return {
    name: id,
    label,
    isDemo,
    textModel,
    imageModel,
    text: text.slice(0, MOST_MODELS),
    image: capabilities.images ? image.slice(0, MOST_MODELS) : [],
  }
}

/** By provider, which lives as long as its site's config. Two who ask at once share one question. */
const answers = new WeakMap<Provider, { until: number; models: Promise<string[]> }>()

function readModels({
  provider,
  req,
}: {
  provider: Provider
  req: PayloadRequest
}): Promise<string[]> {
  const known = answers.get(provider)
  if (known && known.until > Date.now()) return known.models
  const entry = { until: Date.now() + FRESH_MS, models: ask() }
  answers.set(provider, entry)
  return entry.models

  async function ask(): Promise<string[]> {
    try {
      return await withPatience((signal) => provider.listModels(signal))
    } catch (error) {
      entry.until = Date.now() + FAILED_FRESH_MS
      req.payload.logger.warn({
        err: error,
        msg: `workflows: the models of "${provider.id}" could not be listed`,
      })
      return []
    }
  }
}

/** A host's provider may not heed its signal: the time is over all the same. */
async function withPatience<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const over = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  return Promise.race([work(signal), over])
}
