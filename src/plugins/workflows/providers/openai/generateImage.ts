import { z } from 'zod'

import { ProviderError } from '../../runtime/errors.js'
import { classifyError } from '../classifyError.js'
import { fetchImage } from '../image/fetchImage.js'
import { normaliseImage } from '../image/normaliseImage.js'
import { tokenCount } from '../tokens.js'
import type { ImageRequest, ImageResult, ProviderCall } from '../types.js'
import { withAdaptations, type Adaptations } from './adaptations.js'
import { callServer, readKey } from './callServer.js'
import { nearestFreeSize, nearestStandardSize } from './imageSize.js'
import { withStyle } from './imageStyle.js'
import type { OpenAISettings } from './settings.js'

/**
 * Makes one image by images.generate, in the nearest size the server takes, then cropped and scaled to
 * exactly `width` x `height` px. Throws ProviderError, or the reason of an aborted `call.signal`.
 */
export async function generateImage({
  settings,
  memory,
  request,
  call,
}: {
  settings: OpenAISettings
  memory: Map<string, Adaptations>
  request: ImageRequest
  call: ProviderCall
}): Promise<ImageResult> {
  const { capabilities, timeouts, host } = settings
  const model = request.model || settings.imageModel
  let key = ''
  try {
    assertImages(settings)
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
          // An image comes in one piece: nothing arrives before it is painted.
          limits: { ...timeouts, firstByteMs: timeouts.wholeAnswerMs },
          run: ({ client, requestOptions }) =>
            // No `response_format`: GPT image models refuse it, so b64_json and url are both read.
            client.images
              .generate(
                { model, prompt: withStyle(request), n: 1, size: sizeParam({ request, adapted }) },
                requestOptions,
              )
              .withResponse()
              .then(({ data, request_id }) => ({
                answer: readImageAnswer({ body: data, host }),
                requestId: request_id,
              })),
        }),
    })
    const received = await receiveBytes({ answer, settings, signal: call.signal })
    const { width, height } = request
    const image = await normaliseImage({ bytes: received, width, height })
    return {
      ...image,
      tokensIn: tokenCount({ reported: answer.usage?.input_tokens, estimate: 0 }),
      tokensOut: tokenCount({ reported: answer.usage?.output_tokens, estimate: 0 }),
      model,
      requestId,
    }
  } catch (error) {
    throw classifyError(error, { signal: call.signal, secrets: [key], host, model })
  }
}

const imageAnswerSchema = z.looseObject({
  data: z
    .array(z.looseObject({ b64_json: z.string().nullish(), url: z.string().nullish() }))
    .min(1),
  usage: z
    .looseObject({ input_tokens: z.unknown(), output_tokens: z.unknown() })
    .partial()
    .nullish(),
})
type ImageAnswer = z.infer<typeof imageAnswerSchema>

function assertImages({ capabilities, label }: OpenAISettings): void {
  if (capabilities.images) return
  throw new ProviderError({
    code: 'capability_missing',
    action: 'fail',
    message: `${label} makes no images. Choose another provider for this node.`,
  })
}

function sizeParam({
  request,
  adapted,
}: {
  request: ImageRequest
  adapted: Adaptations
}): `${number}x${number}` {
  const { width, height } = adapted.imageSize
    ? nearestStandardSize(request)
    : nearestFreeSize(request)
  return `${width}x${height}`
}

function readImageAnswer({ body, host }: { body: unknown; host: string }): ImageAnswer {
  const parsed = imageAnswerSchema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new ProviderError({
    code: 'answer_invalid',
    action: 'retry',
    message: `${host} sent an answer without an image.`,
  })
}

async function receiveBytes({
  answer,
  settings,
  signal,
}: {
  answer: ImageAnswer
  settings: OpenAISettings
  signal: AbortSignal
}): Promise<Buffer> {
  const [image] = answer.data
  if (image?.b64_json) {
    return Buffer.from(image.b64_json.replace(/^data:[^,]{0,100},/, ''), 'base64')
  }
  if (image?.url) {
    return await fetchImage({
      url: image.url,
      signal,
      allowPrivate: settings.allowPrivateImageURLs,
    })
  }
  throw new ProviderError({
    code: 'answer_invalid',
    action: 'retry',
    message: `${settings.host} sent neither image data nor an image address.`,
  })
}
