import type { PayloadRequest } from 'payload'

import { ForbiddenError } from '../runtime/errors.js'

/**
 * Refuses a state change that a foreign page makes with the visitor's cookie. Requests that carry an
 * Authorization header of Payload's kinds are exempt: a page cannot make a browser add one.
 */
export function checkOrigin(req: PayloadRequest): void {
  if (/^(?:JWT|Bearer|\S+ API-Key) /i.test(req.headers.get('authorization') ?? '')) return
  const origin = req.headers.get('origin')
  if (origin === null) {
    // Only old browsers and scripts leave Origin out; new ones say at least whose page it was.
    if (req.headers.get('sec-fetch-site') !== 'cross-site') return
  } else if (isOurs(req, origin)) return
  throw new ForbiddenError({
    code: 'bad_origin',
    message: 'This request came from another site. Open the admin of this site and try again.',
  })
}

function isOurs(req: PayloadRequest, origin: string): boolean {
  const { serverURL, csrf } = req.payload.config
  if (csrf.includes(origin)) return true
  const parsed = urlOf(origin)
  if (!parsed) return false
  if (serverURL && urlOf(serverURL)?.origin === parsed.origin) return true
  // Behind a proxy the URL names the inner host; the Host headers name the one the browser asked.
  const hosts = [
    urlOf(req.url ?? '')?.host,
    req.headers.get('host'),
    req.headers.get('x-forwarded-host')?.split(',')[0]?.trim(),
  ]
  return hosts.includes(parsed.host)
}

function urlOf(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
