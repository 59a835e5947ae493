import { ProviderError, type Provider } from 'payload-workflows'

/** Texts of a model server of the house: `POST /write` with `{ prompt }` answers `{ text, tokens }`. */
export function houseProvider({ url }: { url: string }): Provider {
  return {
    id: 'house',
    label: 'House model',
    isDemo: false,
    capabilities: {
      // The prompt itself asks for JSON where a node needs it.
      structured: 'prompt',
      tokenParam: 'max_tokens',
      systemRole: 'system',
      vision: false,
      streaming: false,
      streamUsage: false,
      images: false,
    },
    textModel: 'house-1',
    imageModel: '',
    generateText: async ({ system = '', messages }, { signal, idempotencyKey, beforeSend }) => {
      const parts = messages.flatMap(({ content }) => content)
      const words = parts.map((part) => (part.type === 'text' ? part.text : ''))
      const body = JSON.stringify({ prompt: [system, ...words].join('\n') })
      beforeSend?.()
      const response = await fetch(`${url}/write`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
        body,
        signal,
      })
      if (response.status === 429) {
        throw new ProviderError({
          code: 'rate_limited',
          action: 'wait',
          message: 'The house model is busy. It is asked again in a moment.',
          retryAfterMs: Number(response.headers.get('retry-after') ?? 5) * 1_000,
        })
      }
      if (!response.ok) {
        throw new ProviderError({
          code: 'provider_unavailable',
          action: 'retry',
          message: `The house model answered ${response.status}.`,
        })
      }
      const { text, tokens } = (await response.json()) as { text: string; tokens: number }
      return {
        text,
        tokensIn: 0,
        tokensOut: tokens,
        model: 'house-1',
        requestId: response.headers.get('x-request-id'),
        finishReason: 'stop',
      }
    },
    generateImage: () => {
      throw new ProviderError({
        code: 'capability_missing',
        action: 'fail',
        message: 'The house model makes no images. Choose another provider for this step.',
      })
    },
    listModels: () => Promise.resolve(['house-1']),
  }
}
