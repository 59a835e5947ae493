/** Bytes of provider text that may reach a message: security.md 5.2 (9). */
export const MAX_PROVIDER_TEXT_BYTES = 2048

/** Characters looked at before redacting: 32 times what may remain, so a 50 MB body costs nothing. */
const MAX_INPUT_CHARS = 64 * 1024

/** Shorter values would blank out ordinary words. Real keys have 20 characters and more. */
const MIN_SECRET_LENGTH = 6

const MASK = '[redacted]'

// OpenAI masks keys itself as `sk-proj-****1234`, hence the asterisk.
const KEY_PATTERN = /\b(?:sk|pk|rk)-[A-Za-z0-9_*-]{6,}/g
const BEARER_PATTERN = /\b(bearer|basic)\s+[A-Za-z0-9._~+/=*-]{6,}/gi
const ASSIGNMENT_PATTERN =
  /\b(api[-_ ]?key|authorization|x-api-key|access[-_]?token)(["']?\s*[:=]\s*["']?)[^\s"',}]{6,}/gi

/**
 * Makes text of a provider fit for messages, logs and rows: known secrets go by value, likely ones by
 * pattern (`sk-…`, `Bearer …`, `api_key: …`), and at most 2 KB (2,048 bytes of UTF-8) remain.
 */
export function redactSecrets(text: string, secrets: readonly string[] = []): string {
  const byValue = maskValues(text.slice(0, MAX_INPUT_CHARS), secrets)
  const redacted = byValue
    .replace(BEARER_PATTERN, `$1 ${MASK}`)
    .replace(KEY_PATTERN, MASK)
    .replace(ASSIGNMENT_PATTERN, `$1$2${MASK}`)
  return truncateBytes(redacted, MAX_PROVIDER_TEXT_BYTES)
}

/** Replaces only the values that are given, and cuts nothing: for answers that a model echoed a key into. */
export function maskValues(text: string, secrets: readonly string[]): string {
  return usable(secrets).reduce((masked, secret) => masked.replaceAll(secret, MASK), text)
}

/**
 * `maskValues` for text that comes in pieces: keeps back only what may be the start of a secret.
 * `push` and `end` return what may be shown now.
 */
export function createStreamMask(secrets: readonly string[]): {
  push: (delta: string) => string
  end: () => string
} {
  const known = usable(secrets)
  let held = ''
  return {
    push: (delta) => {
      const text = maskValues(held + delta, known)
      const keep = Math.max(0, ...known.map((secret) => overlap({ text, secret })))
      held = text.slice(text.length - keep)
      return text.slice(0, text.length - keep)
    },
    end: () => {
      const rest = held
      held = ''
      return rest
    },
  }
}

/** Length of the longest end of `text` that is a start of `secret`. */
function overlap({ text, secret }: { text: string; secret: string }): number {
  for (let length = Math.min(secret.length - 1, text.length); length > 0; length--) {
    if (text.endsWith(secret.slice(0, length))) return length
  }
  return 0
}

function usable(secrets: readonly string[]): string[] {
  return secrets.filter((secret) => secret.length >= MIN_SECRET_LENGTH)
}

function truncateBytes(text: string, limit: number): string {
  const bytes = Buffer.from(text, 'utf8')
  if (bytes.length <= limit) return text
  // A character cut in half decodes to U+FFFD; the ellipsis takes three bytes.
  return `${bytes
    .subarray(0, limit - 3)
    .toString('utf8')
    .replace(/\uFFFD+$/, '')}…`
}
