/** A request parameter that some servers do not take, and what a person can change about it. */
export type RefusedParameter = keyof typeof ADVICE

const ADVICE = {
  max_tokens: "Set this provider's capabilities.tokenParam to 'max_completion_tokens'.",
  max_completion_tokens: "Set this provider's capabilities.tokenParam to 'max_tokens'.",
  response_format: "Set this provider's capabilities.structured to 'json_object' or 'prompt'.",
  stream_options: "Set this provider's capabilities.streamUsage to false.",
  stream: "Set this provider's capabilities.streaming to false.",
  temperature: 'Leave the temperature of the node empty, or choose another model.',
  developer_role: "Set this provider's capabilities.systemRole to 'system'.",
  image_parts:
    "Set this provider's capabilities.vision to false, or choose a model that sees images.",
  size: 'Choose another image model, or other dimensions.',
} as const

const PATTERNS: [RefusedParameter, RegExp][] = [
  ['max_completion_tokens', /max_completion_tokens/],
  ['max_tokens', /max_tokens|max tokens/],
  ['response_format', /response_format|json_schema|json_object|structured output/],
  ['stream_options', /stream_options|include_usage/],
  ['temperature', /temperature/],
  ['developer_role', /developer/],
  ['image_parts', /image_url|image input|vision|multimodal/],
  ['size', /\bsize\b|resolution|dimensions/],
  ['stream', /\bstream(ing)?\b/],
]

/** Words by which servers say "I do not know this", as against "this value is too large". */
const UNSUPPORTED =
  /unsupported|not support|n['’]t support|unknown|unrecogni[sz]ed|not permitted|not allowed|not available|unexpected|extra (inputs|fields)|use .{1,60} instead|not a valid|invalid (parameter|argument|field|size|role|type)|must be one of/i

const UNSUPPORTED_CODES = new Set([
  'unsupported_parameter',
  'unsupported_value',
  'unknown_parameter',
])

/**
 * Names the parameter a 400 or 422 is about, or null. Null as well when the server takes the parameter
 * and only dislikes its value: then there is nothing to switch, a person must change the value.
 */
export function refusedParameter({
  code,
  param,
  message,
}: {
  code?: string | null
  param?: string | null
  message: string
}): RefusedParameter | null {
  if (!UNSUPPORTED.test(message) && !UNSUPPORTED_CODES.has(code ?? '')) return null
  // "'max_tokens' is not supported, use 'max_completion_tokens' instead": the second is the cure.
  const complaint = message.replace(/use .*$/is, '').toLowerCase()
  const named = (param ?? '').toLowerCase()
  const found =
    PATTERNS.find(([, pattern]) => pattern.test(named)) ??
    PATTERNS.find(([, pattern]) => pattern.test(complaint)) ??
    PATTERNS.find(([, pattern]) => pattern.test(message.toLowerCase()))
  return found?.[0] ?? null
}

/** What to change when a server keeps refusing `parameter`. */
export function adviceFor(parameter: RefusedParameter): string {
  return ADVICE[parameter]
}
