/** The one interface between the engine and whatever makes text and images. */

export interface ProviderCapabilities {
  /** How a JSON answer is asked for; `prompt` = by words alone. */
  structured: 'json_schema' | 'json_object' | 'prompt'
  tokenParam: 'max_tokens' | 'max_completion_tokens'
  systemRole: 'system' | 'developer'
  /** Server takes image parts in user messages. */
  vision: boolean
  streaming: boolean
  /** Server understands `stream_options.include_usage`. */
  streamUsage: boolean
  images: boolean
}

export interface Provider {
  /** Name that node configs use, e.g. `openai`, `demo`. */
  id: string
  label: string
  /** Makes placeholder content; shown wherever its work shows. */
  isDemo: boolean
  capabilities: ProviderCapabilities
  textModel: string
  imageModel: string
  /** Throws `ProviderError` to say what is done next; anything else that it throws counts as a try. */
  generateText: (request: TextRequest, call: ProviderCall) => Promise<TextResult>
  generateImage: (request: ImageRequest, call: ProviderCall) => Promise<ImageResult>
  /** Ids the server lists; empty when it lists none. */
  listModels: (signal: AbortSignal) => Promise<string[]>
}

export interface ProviderCall {
  signal: AbortSignal
  /** Sent as `Idempotency-Key`; the same for a repeated call after a crash. */
  idempotencyKey: string
  /**
   * Called when the request is about to leave this process, as late as can be, and before each piece of a long one.
   * Throws when it must not leave any more: the process stood still meanwhile, and another worker may have the answer.
   * Pass the error on as it is. A provider that does not call it may, after such a pause, pay for an answer twice.
   */
  beforeSend?: () => void
  /** Receives text as it arrives. Never awaited, must not throw. */
  onToken?: (delta: string) => void
}

export type MessagePart =
  { type: 'text'; text: string } | { type: 'image'; mimeType: string; bytes: Buffer }

export interface TextRequest {
  /** Empty = the provider's default. */
  model?: string
  system?: string
  messages: { role: 'user' | 'assistant'; content: MessagePart[] }[]
  temperature?: number
  maxTokens?: number
  /** Asks for JSON of this shape. The answer is checked by the caller. */
  schema?: { name: string; jsonSchema: Record<string, unknown> }
  /** For the demo writer, which cannot understand prompts: launch params, index, node label. Real providers ignore it. */
  hints: DemoHints
}

export interface DemoHints {
  /** Same seed, same answer. */
  seed: string
  params: Record<string, unknown>
  index: number
  quantity: number
  nodeLabel: string
  /** The rendered prompt of the node. */
  prompt: string
  /** Titles and first words of the context documents. */
  context: { title: string; text: string }[]
}

export interface TextResult {
  text: string
  tokensIn: number
  tokensOut: number
  model: string
  requestId: string | null
  finishReason: 'stop' | 'length' | 'other'
}

export interface ImageRequest {
  model?: string
  prompt: string
  style: string
  width: number
  height: number
  hints: DemoHints
}

export interface ImageResult {
  bytes: Buffer
  mimeType: 'image/png' | 'image/jpeg' | 'image/webp'
  tokensIn: number
  tokensOut: number
  model: string
  requestId: string | null
}

/** Dollars per million tokens, or per image, by model id (`*` at the end matches a prefix). */
export type PriceTable = Record<
  string,
  { inputPerMillion?: number; outputPerMillion?: number; perImage?: number }
>

/** `retry`: again with back-off. `wait`: again after `retryAfterMs`, no attempt counted. `fail`: final. `pause`: no money or no key; a person must act. */
export type ProviderErrorAction = 'retry' | 'wait' | 'fail' | 'pause'

export type ProviderErrorCode =
  | 'rate_limited'
  | 'provider_unavailable'
  | 'provider_timeout'
  | 'provider_network'
  | 'provider_billing'
  | 'provider_auth'
  | 'provider_bad_request'
  | 'model_not_found'
  | 'content_policy'
  | 'answer_truncated'
  | 'answer_invalid'
  | 'answer_too_large'
  | 'capability_missing'
