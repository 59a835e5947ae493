import { ProviderError } from '../../runtime/errors.js'
import { maskValues, redactSecrets } from '../redact.js'
import { estimateTokens, promptText, tokenCount } from '../tokens.js'
import type { TextRequest, TextResult } from '../types.js'
import type { Asked } from './askServer.js'

/** Judges an answer. Throws ProviderError for a refusal and for nothing at all. */
export function toTextResult({
  answer,
  requestId,
  request,
  model,
  key,
  host,
}: Asked & { request: TextRequest; model: string; key: string; host: string }): TextResult {
  const refusal = answer.refusal.trim()
  if (refusal || answer.finishReason === 'content_filter') {
    throw new ProviderError({
      code: 'content_policy',
      action: 'fail',
      message: `The model refused: ${redactSecrets(refusal || 'its content filter stopped the answer.', [key])} Edit the prompt and retry, or skip the item.`,
      requestId,
    })
  }
  const text = stripNul(maskValues(answer.text, [key]))
  const finishReason = toFinishReason(answer.finishReason)
  if (!text.trim() && finishReason !== 'length') {
    throw new ProviderError({
      code: 'answer_invalid',
      action: 'retry',
      message: `${host} sent an empty answer.`,
      requestId,
    })
  }
  return {
    text,
    tokensIn: tokenCount({
      reported: answer.usage.promptTokens,
      estimate: estimateTokens(promptText(request)),
    }),
    tokensOut: tokenCount({
      reported: answer.usage.completionTokens,
      estimate: estimateTokens(text),
    }),
    model: answer.model ?? model,
    requestId,
    finishReason,
  }
}

function toFinishReason(reason: string | null): TextResult['finishReason'] {
  if (reason === 'stop') return 'stop'
  return reason === 'length' || reason === 'max_tokens' ? 'length' : 'other'
}

/** Postgres takes no NUL in text and json. */
export function stripNul(text: string): string {
  return text.replaceAll('\u0000', '')
}
