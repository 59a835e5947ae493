/** As much as fits a socket's buffer at once: what is in there leaves whatever happens to this process. */
const PIECE_BYTES = 16_384

/**
 * The same request with a body in pieces that asks `beforeSend` for each: refused, not all of what its length says is
 * sent, and no server answers that.
 */
export function askBeforeSending({
  init,
  beforeSend,
  onRefused,
}: {
  init: RequestInit | undefined
  beforeSend: () => void
  onRefused: (error: Error) => void
}): (RequestInit & { duplex?: 'half' }) | undefined {
  if (typeof init?.body !== 'string') return init
  const bytes = new TextEncoder().encode(init.body)
  const pieces = piecesOf(bytes)
  const body = new ReadableStream<Uint8Array>(
    {
      pull(stream) {
        try {
          beforeSend()
        } catch (error) {
          const refused = error instanceof Error ? error : new Error(String(error))
          onRefused(refused)
          stream.error(refused)
          return
        }
        const { value, done } = pieces.next()
        if (done) stream.close()
        else stream.enqueue(value)
      },
    },
    // Nothing more is fetched ahead than `fetch` itself does.
    { highWaterMark: 0 },
  )
  const headers = new Headers(init.headers)
  // Told beforehand, as for a whole body: not every server takes one of unknown length.
  headers.set('Content-Length', String(bytes.length))
  return { ...init, headers, body, duplex: 'half' }
}

/**
 * `fetch` copies the body of a request that may be redirected, and the copy is one piece ahead (`tee` of the Streams
 * standard): the first one is fetched before there is a connection, the last one before the one before it has left.
 * These are a byte each, so that what counts is asked for in time.
 */
function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  const last = Math.max(1, bytes.length - 2)
  yield bytes.subarray(0, 1)
  for (let at = 1; at < last; at += PIECE_BYTES) {
    yield bytes.subarray(at, Math.min(at + PIECE_BYTES, last))
  }
  for (let at = last; at < bytes.length; at += 1) yield bytes.subarray(at, at + 1)
}
