import { demoProvider } from './demo/demoProvider.js'
import { openAIProvider } from './openai.js'
import { isLoopback } from './openai/baseURL.js'
import type { Provider } from './types.js'

/**
 * The providers of a site that is configured by environment: with OPENAI_API_KEY the real one first
 * (OPENAI_BASE_URL, OPENAI_MODEL, OPENAI_IMAGE_MODEL are read too), and always the demo. The demo never
 * steps in for a real provider that fails. Throws an Error when a value cannot work.
 */
export function providersFromEnv(env: Record<string, string | undefined>): Provider[] {
  const apiKey = env['OPENAI_API_KEY']?.trim()
  if (!apiKey) return [demoProvider()]
  const baseURL = env['OPENAI_BASE_URL']?.trim() || undefined
  const local = isLoopback(baseURL)
  return [
    openAIProvider({
      apiKey,
      baseURL,
      textModel: env['OPENAI_MODEL']?.trim(),
      imageModel: env['OPENAI_IMAGE_MODEL']?.trim(),
      // Nothing leaves the machine there, so there is nothing to encrypt.
      allowInsecure: local,
      allowPrivateImageURLs: local,
    }),
    demoProvider(),
  ]
}
