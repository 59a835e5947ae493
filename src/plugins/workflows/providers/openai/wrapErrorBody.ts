/**
 * Gives an error answer the shape the SDK reads, `{ error: { message, … } }`: vLLM sends the error without
 * that envelope, FastAPI a `detail`, proxies HTML, and the SDK would say only "status code (no body)".
 */
export async function wrapErrorBody(response: Response): Promise<Response> {
  const text = await response.text()
  const { status, statusText } = response
  const headers = new Headers(response.headers)
  headers.set('content-type', 'application/json')
  headers.delete('content-length')
  return new Response(JSON.stringify({ error: readError({ text, response }) }), {
    status,
    statusText,
    headers,
  })
}

function readError({ text, response }: { text: string; response: Response }): object {
  const body = parseObject(text)
  if (isRecord(body?.['error'])) return body['error']
  const location = response.headers.get('location')
  const message =
    words(body?.['error']) ??
    words(body?.['message']) ??
    words(body?.['detail']) ??
    (location ? `It redirects to ${location}.` : stripMarkup(text))
  return {
    ...body,
    error: undefined,
    message: message || response.statusText || 'No reason given.',
  }
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text)
    return isRecord(parsed) ? parsed : null
  } catch {
    return null
  }
}

function words(value: unknown): string | null {
  if (typeof value === 'string') return value || null
  return value === undefined || value === null ? null : JSON.stringify(value)
}

function stripMarkup(text: string): string {
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
