import { APIError } from 'openai'

import { refusedParameter } from '../refusedParameter.js'
import type { ProviderCapabilities } from '../types.js'

/** What is asked for in another way because the server refused the first one. */
export interface Adaptations {
  tokenParam?: ProviderCapabilities['tokenParam']
  structured?: ProviderCapabilities['structured']
  streamUsage?: false
  temperature?: 'omitted'
  imageSize?: 'standard'
}

/**
 * Runs `attempt`, and when the server refuses a parameter runs it once more without or with its
 * alternative. What then works is remembered for the model, as long as the process lives. A switch that
 * does not help is forgotten, and the server's refusal is thrown.
 */
export async function withAdaptations<Result>({
  memory,
  model,
  capabilities,
  attempt,
}: {
  memory: Map<string, Adaptations>
  model: string
  capabilities: ProviderCapabilities
  attempt: (adapted: Adaptations) => Promise<Result>
}): Promise<Result> {
  let adapted = memory.get(model) ?? {}
  for (;;) {
    try {
      const result = await attempt(adapted)
      memory.set(model, { ...memory.get(model), ...adapted })
      return result
    } catch (error) {
      // Every step sets a key that it needs unset, so this ends after six at most.
      const step = alternativeTo({ error, adapted, capabilities })
      if (!step) throw error
      adapted = { ...adapted, ...step }
    }
  }
}

function alternativeTo({
  error,
  adapted,
  capabilities,
}: {
  error: unknown
  adapted: Adaptations
  capabilities: ProviderCapabilities
}): Adaptations | null {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return null
  switch (refusedParameter(error)) {
    case 'max_tokens':
      return adapted.tokenParam ? null : { tokenParam: 'max_completion_tokens' }
    case 'max_completion_tokens':
      return adapted.tokenParam ? null : { tokenParam: 'max_tokens' }
    case 'response_format':
      return weaker(adapted.structured ?? capabilities.structured)
    case 'stream_options':
      return adapted.streamUsage === false ? null : { streamUsage: false }
    case 'temperature':
      return adapted.temperature ? null : { temperature: 'omitted' }
    case 'size':
      return adapted.imageSize ? null : { imageSize: 'standard' }
    default:
      return null
  }
}

function weaker(structured: ProviderCapabilities['structured']): Adaptations | null {
  if (structured === 'prompt') return null
  return { structured: structured === 'json_schema' ? 'json_object' : 'prompt' }
}
