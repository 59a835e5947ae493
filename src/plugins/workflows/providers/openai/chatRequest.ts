import type { ChatCompletionCreateParams, ChatCompletionMessageParam } from 'openai/resources'

import type { MessagePart, ProviderCapabilities, TextRequest } from '../types.js'
import type { Adaptations } from './adaptations.js'
import { isStrictSchema } from './strictSchema.js'

type Schema = NonNullable<TextRequest['schema']>
type ChatBody = Omit<ChatCompletionCreateParams, 'stream'> & {
  stream_options?: { include_usage: boolean }
}

/** The body of a chat completion, `stream` apart: only what the server can take and the caller gave. */
export function buildChatBody({
  request,
  model,
  capabilities,
  adapted,
}: {
  request: TextRequest
  model: string
  capabilities: ProviderCapabilities
  adapted: Adaptations
}): ChatBody {
  const structured = adapted.structured ?? capabilities.structured
  const withUsage = capabilities.streamUsage && adapted.streamUsage !== false
  return {
    model,
    messages: buildMessages({ request, structured, capabilities }),
    ...(request.temperature === undefined || adapted.temperature
      ? {}
      : { temperature: request.temperature }),
    ...(request.maxTokens === undefined
      ? {}
      : { [adapted.tokenParam ?? capabilities.tokenParam]: request.maxTokens }),
    ...(request.schema ? responseFormat({ schema: request.schema, structured }) : {}),
    ...(capabilities.streaming && withUsage ? { stream_options: { include_usage: true } } : {}),
  }
}

function responseFormat({
  schema,
  structured,
}: {
  schema: Schema
  structured: ProviderCapabilities['structured']
}): Pick<ChatBody, 'response_format'> {
  switch (structured) {
    case 'json_schema':
      return {
        response_format: {
          type: 'json_schema',
          json_schema: {
            name: schema.name.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 64),
            schema: schema.jsonSchema,
            // OpenAI refuses strict mode for a schema with optional properties.
            ...(isStrictSchema(schema.jsonSchema) ? { strict: true } : {}),
          },
        },
      }
    case 'json_object':
      return { response_format: { type: 'json_object' } }
    case 'prompt':
      return {}
  }
}

function buildMessages({
  request,
  structured,
  capabilities,
}: {
  request: TextRequest
  structured: ProviderCapabilities['structured']
  capabilities: ProviderCapabilities
}): ChatCompletionMessageParam[] {
  const asked = request.schema && structured !== 'json_schema' ? describe(request.schema) : ''
  const system = [request.system, asked].filter(Boolean).join('\n\n')
  return [
    ...(system ? [{ role: capabilities.systemRole, content: system }] : []),
    ...request.messages.map(({ role, content }): ChatCompletionMessageParam =>
      role === 'assistant'
        ? { role, content: joinText(content) }
        : { role, content: userContent({ content, vision: capabilities.vision }) },
    ),
  ]
}

/** `json_object` needs it too: OpenAI refuses that mode unless a message speaks of JSON. */
function describe({ jsonSchema }: Schema): string {
  return `Answer with one JSON object and nothing else: no explanation, no code fence. It must match this JSON Schema:\n${JSON.stringify(jsonSchema)}`
}

/** Plain text where there is no picture: some servers know no parts. */
function userContent({ content, vision }: { content: MessagePart[]; vision: boolean }) {
  if (!vision || content.every((part) => part.type === 'text')) return joinText(content)
  return content.map((part) =>
    part.type === 'text'
      ? { type: 'text' as const, text: part.text }
      : {
          type: 'image_url' as const,
          image_url: { url: `data:${part.mimeType};base64,${part.bytes.toString('base64')}` },
        },
  )
}

function joinText(content: MessagePart[]): string {
  return content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n')
}
