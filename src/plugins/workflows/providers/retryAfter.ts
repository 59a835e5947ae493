/** Longest pause a server may ask for; fault-catalogue.md A01. */
export const MAX_RETRY_AFTER_MS = 600_000

/**
 * Milliseconds a server asks to wait, or null when it does not say. Reads `retry-after-ms`, `retry-after`
 * (seconds or HTTP date) and OpenAI's `x-ratelimit-reset-*` (`6m0s`). Zero, negative and unreadable
 * values count as not said; longer ones than 10 minutes are cut to 10 minutes.
 */
export function readRetryAfter(headers: Headers | undefined, now = Date.now()): number | null {
  if (!headers) return null
  const readings = [
    () => positive(number(headers.get('retry-after-ms'))),
    () => positive(secondsOrDate({ value: headers.get('retry-after'), headers, now })),
    () => rateLimitReset(headers),
  ]
  for (const read of readings) {
    const milliseconds = read()
    if (milliseconds !== null) return Math.ceil(Math.min(milliseconds, MAX_RETRY_AFTER_MS))
  }
  return null
}

function secondsOrDate({
  value,
  headers,
  now,
}: {
  value: string | null
  headers: Headers
  now: number
}): number | null {
  const seconds = number(value)
  if (seconds !== null) return seconds * 1000
  const at = Date.parse(value ?? '')
  if (Number.isNaN(at)) return null
  // Measured on the server's own clock where it tells it: ours may be off by an hour.
  const serverNow = Date.parse(headers.get('date') ?? '')
  return at - (Number.isNaN(serverNow) ? now : serverNow)
}

/** The longer of the resets whose budget is used up. */
function rateLimitReset(headers: Headers): number | null {
  const waits = ['requests', 'tokens'].flatMap((unit) => {
    const exhausted = headers.get(`x-ratelimit-remaining-${unit}`)?.trim() === '0'
    const wait = positive(duration(headers.get(`x-ratelimit-reset-${unit}`)))
    return exhausted && wait !== null ? [wait] : []
  })
  return waits.length ? Math.max(...waits) : null
}

const UNIT_MS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

function duration(value: string | null): number | null {
  if (!value || !/^(?:\d+(?:\.\d+)?(?:ms|h|m|s))+$/.test(value.trim())) return null
  return [...value.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (UNIT_MS[unit ?? 'ms'] ?? 0),
    0,
  )
}

function number(value: string | null): number | null {
  if (!value?.trim()) return null
  const parsed = Number(value)
  return Number.isFinite(parsed) ? parsed : null
}

function positive(value: number | null): number | null {
  return value !== null && value > 0 ? value : null
}
