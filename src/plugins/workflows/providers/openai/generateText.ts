import type { ChatCompletionChunk } from 'openai/resources'
import type { Stream } from 'openai/streaming'

import { ProviderError } from '../../runtime/errors.js'
import { classifyError } from '../classifyError.js'
import { createStreamMask, maskValues, redactSecrets } from '../redact.js'
import { estimateTokens, tokenCount } from '../tokens.js'
import type { ProviderCall, TextRequest, TextResult } from '../types.js'
import { withAdaptations, type Adaptations } from './adaptations.js'
import { callServer, readKey, type ServerCall } from './callServer.js'
import { readStreamedAnswer, readWholeAnswer, type ChatAnswer } from './chatAnswer.js'
import { buildChatBody } from './chatRequest.js'
import type { OpenAISettings } from './settings.js'

/** Writes a text by chat.completions. Throws ProviderError, or the reason of an aborted `call.signal`. */
export async function generateText({
  settings,
  memory,
  request,
  call,
}: {
  settings: OpenAISettings
  memory: Map<string, Adaptations>
  request: TextRequest
  call: ProviderCall
}): Promise<TextResult> {
  const { capabilities, timeouts, host } = settings
  const model = request.model || settings.textModel
  let key = ''
  try {
    key = readKey(settings)
    const { answer, requestId } = await withAdaptations({
      memory,
      model,
      capabilities,
      attempt: (adapted) =>
        callServer({
          settings,
          key,
          signal: call.signal,
          idempotencyKey: call.idempotencyKey,
          limits: {
            ...timeouts,
            firstByteMs: capabilities.streaming ? timeouts.firstByteMs : timeouts.wholeAnswerMs,
          },
          run: (server) =>
            askServer({
              server,
              body: buildChatBody({ request, model, capabilities, adapted }),
              streaming: capabilities.streaming,
              onText: maskedListener({ onToken: call.onToken, key }),
              host,
            }),
        }),
    })
    return toResult({ answer, requestId, request, model, key, host })
  } catch (error) {
    throw classifyError(error, { signal: call.signal, secrets: [key], host, model })
  }
}

interface Asked {
  answer: ChatAnswer
  requestId: string | null
}

interface TextListener {
  push: (delta: string) => void
  end: () => void
}

async function askServer({
  server: { client, requestOptions },
  body,
  streaming,
  onText,
  host,
}: {
  server: ServerCall
  body: ReturnType<typeof buildChatBody>
  streaming: boolean
  onText: TextListener
  host: string
}): Promise<Asked> {
  if (!streaming) {
    const { data, request_id } = await client.chat.completions
      .create({ ...body, stream: false }, requestOptions)
      .withResponse()
    return { answer: readWholeAnswer({ body: data, host }), requestId: request_id }
  }
  const { data, response, request_id } = await client.chat.completions
    .create({ ...body, stream: true }, requestOptions)
    .withResponse()
  const answer = await readEither({ data, response, onText, host })
  onText.end()
  return { answer, requestId: request_id }
}

/** Some servers ignore `stream: true`. Their answer is paid for, so it is taken as it comes. */
async function readEither({
  data,
  response,
  onText,
  host,
}: {
  data: Stream<ChatCompletionChunk>
  response: Response
  onText: TextListener
  host: string
}): Promise<ChatAnswer> {
  const type = response.headers.get('content-type') ?? ''
  if (/json/.test(type)) return readWholeAnswer({ body: await response.json(), host })
  if (/html/.test(type)) return readWholeAnswer({ body: await response.text(), host })
  return await readStreamedAnswer({ stream: data, onText: onText.push, host })
}

function maskedListener({
  onToken = () => undefined,
  key,
}: {
  onToken: ProviderCall['onToken']
  key: string
}): TextListener {
  const mask = createStreamMask([key])
  const tell = (text: string) => {
    if (text) onToken(stripNul(text))
  }
  return { push: (delta) => tell(mask.push(delta)), end: () => tell(mask.end()) }
}

function toResult({
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

function promptText({ system = '', messages }: TextRequest): string {
  const parts = messages.flatMap(({ content }) => content)
  return [system, ...parts.map((part) => (part.type === 'text' ? part.text : ''))].join('\n')
}

/** Postgres takes no NUL in text and json. */
function stripNul(text: string): string {
  return text.replaceAll('\u0000', '')
}
