import { ProviderError } from '../../runtime/errors.js'

/** Names the host only: addresses of images often carry signatures in their query. */
export function imageURLRefused({ url, why }: { url?: URL; why: string }): ProviderError {
  return new ProviderError({
    code: 'answer_invalid',
    action: 'fail',
    message: `The provider gave an image address${url?.host ? ` at ${url.host}` : ''} that is not followed: ${why}.`,
  })
}

/** For the deadline of a whole download. */
export function imageTooSlow({
  url,
  timeoutMs,
}: {
  url: string
  timeoutMs: number
}): ProviderError {
  return new ProviderError({
    code: 'provider_timeout',
    action: 'retry',
    message: `The image at ${new URL(url).host} did not arrive within ${timeoutMs / 1000} s.`,
  })
}

/** For a connection that failed. */
export function imageUnreachable({ url, error }: { url: string; error: unknown }): ProviderError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no connection'
  return new ProviderError({
    code: 'provider_network',
    action: 'retry',
    message: `The image at ${new URL(url).host} could not be fetched (${code}).`,
  })
}
