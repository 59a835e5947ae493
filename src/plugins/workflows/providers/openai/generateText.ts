import { classifyError } from '../classifyError.js'
import { createStreamMask } from '../redact.js'
import type { ProviderCall, TextRequest, TextResult } from '../types.js'
import { withAdaptations, type Adaptations } from './adaptations.js'
import { askServer, type TextListener } from './askServer.js'
import { callServer, readKey } from './callServer.js'
import { buildChatBody } from './chatRequest.js'
import type { OpenAISettings } from './settings.js'
import { stripNul, toTextResult } from './textResult.js'

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
          beforeSend: call.beforeSend,
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
    return toTextResult({ answer, requestId, request, model, key, host })
  } catch (error) {
    throw classifyError(error, { signal: call.signal, secrets: [key], host, model })
  }
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
