import type { Readable } from 'node:stream'

import { pipeline } from 'node:stream'
import { constants, createBrotliDecompress, createGunzip } from 'node:zlib'

import { request } from 'undici'

/** As much as fits a socket's buffer at once: what is in there leaves whatever happens to this process. */
const PIECE_BYTES = 16_384

export interface ReceivedAnswer {
  status: number
  statusText: string
  headers: Headers
  /** Unpacked. Everything that has come in is one piece, however many the server made of it. */
  body: Readable
}

/**
 * Sends one HTTP request, through the connections (and the proxy, where a host has set one) that `fetch` has in this
 * process. Not with `fetch` itself: it hands on each word of a streamed answer by itself, through two web streams, and
 * copies the request's body, so that nobody can ask when that leaves. Follows no redirect and has no limits of its own.
 */
export async function sendRequest({
  url,
  method,
  headers,
  text,
  signal,
  beforeSend,
}: {
  url: string
  method: string
  headers: Headers
  /** The body, if there is one. */
  text: string | null
  signal: AbortSignal
  /** See `ProviderCall`. What it throws is thrown on, and no server has got the whole request then. */
  beforeSend: () => void
}): Promise<ReceivedAnswer> {
  const bytes = text === null ? null : Buffer.from(text)
  const { statusCode, statusText, ...answer } = await request(url, {
    method,
    headers: {
      ...Object.fromEntries(headers),
      'accept-encoding': 'gzip, br',
      // Told beforehand, as for a whole body: not every server takes one of unknown length.
      ...(bytes && { 'content-length': String(bytes.length) }),
    },
    // undici takes anything that can be iterated over (its docs on `dispatch`); its types only know of streams.
    body: bytes && (askingPieces({ bytes, beforeSend }) as unknown as Readable),
    signal,
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  const received = toHeaders(answer.headers)
  const packing = received.get('content-encoding')
  return { status: statusCode, statusText, headers: received, body: unpack(answer.body, packing) }
}

/**
 * Each piece is fetched when the connection stands and the one before it has left, and is written in the same breath:
 * refused, not all of what its length says is sent, and no server answers that.
 */
function* askingPieces({
  bytes,
  beforeSend,
}: {
  bytes: Buffer
  beforeSend: () => void
}): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    beforeSend()
    yield bytes.subarray(at, at + PIECE_BYTES)
  }
}

function toHeaders(received: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(received)) {
    for (const one of [value ?? []].flat()) headers.append(name, one)
  }
  return headers
}

function unpack(body: Readable, packing: string | null): Readable {
  const unpacker =
    packing === 'gzip' || packing === 'x-gzip'
      ? // As `fetch` does: some servers leave out the last bytes.
        createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })
      : packing === 'br'
        ? createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })
        : null
  if (!unpacker) return body
  // Its errors are those of the unpacked stream.
  return pipeline(body, unpacker, () => undefined)
}
