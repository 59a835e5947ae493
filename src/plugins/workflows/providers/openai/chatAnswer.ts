import { z } from 'zod'

import { ProviderError } from '../../runtime/errors.js'

/** One answer as it was read, whole or put together from a stream. */
export interface ChatAnswer {
  text: string
  refusal: string
  /** Null when the server never said why it stopped. */
  finishReason: string | null
  model: string | null
  usage: { promptTokens?: unknown; completionTokens?: unknown }
}

// Servers that call themselves compatible leave out almost anything, so nothing but the shape is asked for.
const contentSchema = z
  .union([z.string(), z.array(z.looseObject({ text: z.string().optional() }))])
  .nullish()
const messageSchema = z.looseObject({ content: contentSchema, refusal: z.string().nullish() })
const answerSchema = z.looseObject({
  model: z.string().nullish(),
  choices: z
    .array(
      z.looseObject({
        index: z.number().nullish(),
        message: messageSchema.nullish(),
        delta: messageSchema.nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: z
    .looseObject({ prompt_tokens: z.unknown(), completion_tokens: z.unknown() })
    .partial()
    .nullish(),
})

/** Reads an answer that came in one piece. Throws ProviderError `answer_invalid` if it is none. */
export function readWholeAnswer({ body, host }: { body: unknown; host: string }): ChatAnswer {
  const answer = emptyAnswer()
  addPiece({ answer, piece: body, host })
  return answer
}

/**
 * Puts a streamed answer together, telling `onText` each piece. Not with the SDK's own `.stream()` helper:
 * it throws on servers that leave out `role` or `finish_reason` (niche-and-parts.md 5.6).
 */
export async function readStreamedAnswer({
  stream,
  onText,
  assertOpen,
  host,
}: {
  stream: AsyncIterable<unknown>
  onText: (delta: string) => void
  assertOpen: () => void
  host: string
}): Promise<ChatAnswer> {
  const answer = emptyAnswer()
  try {
    for await (const piece of stream) {
      const delta = addPiece({ answer, piece, host })
      if (delta) onText(delta)
    }
    if (answer.finishReason === null) assertOpen()
  } catch (error) {
    // After the model has said that it is done, only usage can be missing: the text is whole and paid for.
    if (answer.finishReason === null) throw error
  }
  return answer
}

function emptyAnswer(): ChatAnswer {
  return { text: '', refusal: '', finishReason: null, model: null, usage: {} }
}

function addPiece({
  answer,
  piece,
  host,
}: {
  answer: ChatAnswer
  piece: unknown
  host: string
}): string {
  const parsed = answerSchema.safeParse(piece)
  if (!parsed.success) throw notAnAnswer({ piece, host })
  const { choices, model, usage } = parsed.data
  const choice = choices?.[0]
  const message = choice?.delta ?? choice?.message
  const text = contentText(message?.content)
  answer.text += text
  answer.refusal += message?.refusal ?? ''
  answer.finishReason = choice?.finish_reason || answer.finishReason
  answer.model = model || answer.model
  if (usage) {
    answer.usage = {
      promptTokens: usage.prompt_tokens,
      completionTokens: usage.completion_tokens,
    }
  }
  return text
}

function contentText(content: z.infer<typeof contentSchema>): string {
  if (typeof content === 'string') return content
  return (content ?? []).map((part) => part.text ?? '').join('')
}

function notAnAnswer({ piece, host }: { piece: unknown; host: string }): ProviderError {
  const isPage = typeof piece === 'string' && /^\s*</.test(piece)
  return new ProviderError({
    code: 'answer_invalid',
    action: 'retry',
    message: isPage
      ? `${host} answered with a web page instead of JSON. Check the provider's base URL; it usually ends in /v1.`
      : `${host} sent an answer that is not a chat completion.`,
  })
}
