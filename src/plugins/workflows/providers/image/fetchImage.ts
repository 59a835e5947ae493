import { ProviderError } from '../../runtime/errors.js'
import { abortReason } from '../abortReason.js'
import { resolveHost, type Resolve } from './guardedLookup.js'
import { imageUnreachable, imageURLRefused, imageTooSlow } from './imageErrors.js'
import { isPrivateAddress, isPublicAddress } from './publicAddress.js'
import { requestOnce } from './requestOnce.js'

/** Bytes of one image: security.md 5.2 (5). */
export const MAX_IMAGE_BYTES = 20_000_000
/** Milliseconds for the whole download with its redirects, same source. */
const TIMEOUT_MS = 30_000
/** Redirects that are followed, each checked like the first address, same source. */
const MAX_REDIRECTS = 3

export interface FetchImageOptions {
  url: string
  signal: AbortSignal
  /** Also this machine and private networks, and any port: for a local model server. @default false */
  allowPrivate?: boolean
  /** @default MAX_IMAGE_BYTES */
  maxBytes?: number
  /** @default 30000 */
  timeoutMs?: number
  /** Which addresses may be connected to. Tests put their own in. */
  allows?: (address: string) => boolean
  /** Which ports may be connected to; null = any. @default [80, 443] */
  ports?: readonly number[] | null
  resolve?: Resolve
}

/**
 * Downloads an image whose address came from a provider, that is from outside: only http and https, only
 * public addresses (looked up once, then connected to by number, so DNS cannot change its mind), no
 * credentials, at most 3 redirects, 20 MB, 30 s. The bytes are not looked at: `normaliseImage` does that.
 * Throws ProviderError, or the reason of an aborted signal.
 */
export async function fetchImage({
  url,
  signal,
  allowPrivate = false,
  maxBytes = MAX_IMAGE_BYTES,
  timeoutMs = TIMEOUT_MS,
  allows = (address) => isPublicAddress(address) || (allowPrivate && isPrivateAddress(address)),
  ports = allowPrivate ? null : [80, 443],
  resolve = resolveHost,
}: FetchImageOptions): Promise<Buffer> {
  const deadline = AbortSignal.timeout(timeoutMs)
  const either = AbortSignal.any([signal, deadline])
  try {
    let target = parseTarget({ url, ports })
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const answer = await requestOnce({ url: target, signal: either, maxBytes, allows, resolve })
      if ('bytes' in answer) return answer.bytes
      target = parseTarget({ url: answer.location, base: target, ports })
    }
    throw imageURLRefused({ url: target, why: `it redirects more than ${MAX_REDIRECTS} times` })
  } catch (error) {
    if (signal.aborted) throw abortReason(signal)
    if (error instanceof ProviderError) throw error
    throw deadline.aborted ? imageTooSlow({ url, timeoutMs }) : imageUnreachable({ url, error })
  }
}

/** WHATWG URLs turn decimal, octal, hex and full-width notations of IPv4 into the plain one. */
function parseTarget({
  url,
  base,
  ports,
}: {
  url: string
  base?: URL
  ports: readonly number[] | null
}): URL {
  const target = URL.canParse(url, base?.href) ? new URL(url, base?.href) : null
  if (!target) throw imageURLRefused({ why: 'it is not a valid address' })
  if (target.protocol !== 'https:' && target.protocol !== 'http:') {
    throw imageURLRefused({ url: target, why: 'only http and https are followed' })
  }
  if (target.username || target.password) {
    throw imageURLRefused({ url: target, why: 'it holds a user name or password' })
  }
  const port = Number(target.port || (target.protocol === 'https:' ? 443 : 80))
  if (ports && !ports.includes(port)) {
    throw imageURLRefused({ url: target, why: `port ${port} is not allowed` })
  }
  return target
}
