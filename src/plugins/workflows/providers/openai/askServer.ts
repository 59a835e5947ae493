import type { ChatCompletionChunk } from 'openai/resources'
import type { Stream } from 'openai/streaming'

import type { ServerCall } from './callServer.js'
import { readStreamedAnswer, readWholeAnswer, type ChatAnswer } from './chatAnswer.js'
import type { buildChatBody } from './chatRequest.js'

/** An answer, and the id by which the server's support finds it. */
export interface Asked {
  answer: ChatAnswer
  requestId: string | null
}

/** Hears pieces of a streamed text. `end` gives out what was kept back. */
export interface TextListener {
  push: (delta: string) => void
  end: () => void
}

/** Sends one chat completion and reads its answer, streamed or whole. */
export async function askServer({
  server: { client, requestOptions, assertOpen },
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
  const answer = await readEither({ data, response, onText, assertOpen, host })
  onText.end()
  return { answer, requestId: request_id }
}

/** Some servers ignore `stream: true`. Their answer is paid for, so it is taken as it comes. */
async function readEither({
  data,
  response,
  onText,
  assertOpen,
  host,
}: {
  data: Stream<ChatCompletionChunk>
  response: Response
  onText: TextListener
  assertOpen: () => void
  host: string
}): Promise<ChatAnswer> {
  const type = response.headers.get('content-type') ?? ''
  if (/json/.test(type)) return readWholeAnswer({ body: await response.json(), host })
  if (/html/.test(type)) return readWholeAnswer({ body: await response.text(), host })
  return await readStreamedAnswer({ stream: data, onText: onText.push, assertOpen, host })
}
