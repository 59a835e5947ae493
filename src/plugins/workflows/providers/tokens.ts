import type { TextRequest } from './types.js'

/** OpenAI's own rule of thumb for English text. */
const CHARS_PER_TOKEN = 4

/** Rough number of tokens of a text, for servers that report no usage and for the demo. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / CHARS_PER_TOKEN)
}

/** A server's count if it is a whole number of at least 0, else the estimate. */
export function tokenCount({
  reported,
  estimate,
}: {
  reported: unknown
  estimate: number
}): number {
  return Number.isSafeInteger(reported) && Number(reported) >= 0 ? Number(reported) : estimate
}

/** All words of a request, as far as they are text. */
export function promptText({ system = '', messages }: TextRequest): string {
  const parts = messages.flatMap(({ content }) => content)
  return [system, ...parts.map((part) => (part.type === 'text' ? part.text : ''))].join('\n')
}
