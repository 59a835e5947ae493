import { generateImage } from './openai/generateImage.js'
import { generateText } from './openai/generateText.js'
import { listModels } from './openai/listModels.js'
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
  const { id, label, capabilities, textModel, imageModel } = settings
  return {
    id,
    label,
    isDemo: false,
    capabilities,
    textModel,
    imageModel,
    generateText: (request, call) => generateText({ settings, memory, request, call }),
    generateImage: (request, call) => generateImage({ settings, memory, request, call }),
    listModels: (signal) => listModels({ settings, signal }),
  }
}
