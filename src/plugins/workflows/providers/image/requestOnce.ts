import http from 'node:http'
import https from 'node:https'

import { ProviderError } from '../../runtime/errors.js'
import {
  AddressRefusedError,
  createGuardedLookup,
  isRefusedLiteral,
  type Resolve,
} from './guardedLookup.js'
import { imageURLRefused } from './imageErrors.js'

type Answer = { bytes: Buffer } | { location: string }

/** One GET without credentials or cookies, on a connection of its own. */
export async function requestOnce({
  url,
  signal,
  maxBytes,
  allows,
  resolve,
}: {
  url: URL
  signal: AbortSignal
  maxBytes: number
  allows: (address: string) => boolean
  resolve: Resolve
}): Promise<Answer> {
  if (isRefusedLiteral({ url, allows })) throw notPublic(url)
  const response = await connect({ url, signal, allows, resolve })
  try {
    const status = response.statusCode ?? 0
    const { location } = response.headers
    if ([301, 302, 303, 307, 308].includes(status) && location) return { location }
    if (status !== 200) throw noImage({ url, status })
    return { bytes: await readAll({ response, maxBytes }) }
  } finally {
    response.destroy()
  }
}

function connect({
  url,
  signal,
  allows,
  resolve,
}: {
  url: URL
  signal: AbortSignal
  allows: (address: string) => boolean
  resolve: Resolve
}): Promise<http.IncomingMessage> {
  const { get } = url.protocol === 'https:' ? https : http
  return new Promise((fulfil, reject) => {
    get(
      url,
      {
        signal,
        // No agent: a kept connection would skip the lookup, and with it the check.
        agent: false,
        lookup: createGuardedLookup({ allows, resolve }),
        headers: { accept: 'image/png, image/jpeg, image/webp', 'accept-encoding': 'identity' },
      },
      fulfil,
    ).on('error', (error) => {
      reject(error instanceof AddressRefusedError ? notPublic(url) : error)
    })
  })
}

async function readAll({
  response,
  maxBytes,
}: {
  response: http.IncomingMessage
  maxBytes: number
}): Promise<Buffer> {
  const chunks: Buffer[] = []
  let total = 0
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk)
    total += bytes.length
    if (total > maxBytes) {
      throw new ProviderError({
        code: 'answer_too_large',
        action: 'fail',
        message: `The image is larger than ${maxBytes / 1_000_000} MB.`,
      })
    }
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function notPublic(url: URL): ProviderError {
  return imageURLRefused({ url, why: 'it leads into a private network' })
}

function noImage({ url, status }: { url: URL; status: number }): ProviderError {
  return new ProviderError({
    code: 'answer_invalid',
    action: status >= 500 || status === 429 ? 'retry' : 'fail',
    message: `The image at ${url.host} could not be fetched (status ${status}).`,
  })
}
