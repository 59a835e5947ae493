import { resolveSettings, type OpenAIProviderOptions } from './openai/settings.js'
import type { Adaptations } from './openai/adaptations.js'
import type { Provider } from './types.js'

export type { OpenAIProviderOptions, ProviderTimeouts } from './openai/settings.js'

/**
 * OpenAI, or any server that speaks its API, by `baseURL`. Makes one HTTP request a call; where a server
 * refuses a parameter, one more with the alternative, which it then remembers for that model.
 * Throws an Error at once when the options cannot work; calls throw ProviderError.
 * @example
 * openAIProvider({ apiKey: () => process.env.OPENAI_API_KEY ?? '' })
 * openAIProvider({ id: 'local', apiKey: '', baseURL: 'http://localhost:11434/v1', allowInsecure: true })
 */
export function openAIProvider(options: OpenAIProviderOptions): Provider {
  const settings = resolveSettings(options)
  const memory = new Map<string, Adaptations>()
  // At the first call: a web server that only accepts launches need not load the SDK.
  const texts = atFirstCall(() => import('./openai/generateText.js'))
  const images = atFirstCall(() => import('./openai/generateImage.js'))
  const { id, label, capabilities, textModel, imageModel } = settings
  return {
    id,
    label,
    isDemo: false,
    capabilities,
    textModel,
    imageModel,
    generateText: async (request, call) =>
      (await texts()).generateText({ settings, memory, request, call }),
    generateImage: async (request, call) =>
      (await images()).generateImage({ settings, memory, request, call }),
    listModels: async (signal) => {
      const { listModels } = await import('./openai/listModels.js')
      return listModels({ settings, signal })
    },
  }
}

/** Asking Node for a module that is loaded costs a turn of its loader each time. */
function atFirstCall<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let loaded: Promise<Module> | undefined
  return () => (loaded ??= load())
}
