import { errorFromAnswer, networkError } from './WorkflowsApiError.js'
import { toQuery, type QueryValue } from './toQuery.js'

export interface ClientOptions {
  /** Where the site's API is, absolute outside browsers. @default '/api' */
  baseURL?: string
  /** @default globalThis.fetch */
  fetch?: typeof globalThis.fetch
  /** Sent with every request, for example `{ Authorization: 'JWT …' }`. */
  headers?: Record<string, string>
}

export interface RequestInput {
  method?: 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT'
  /** Below the base URL; parts that are data are encoded by the caller. */
  path: string
  query?: Record<string, QueryValue>
  body?: unknown
  signal?: AbortSignal
}

/** @throws WorkflowsApiError, or the signal's reason when it aborts. */
export type Requester = <T>(input: RequestInput) => Promise<T>

export function createRequester(options: ClientOptions): Requester {
  const send = createSender(options)
  return async <T>(input: RequestInput) => {
    const response = await send(input)
    const body = await readBody(response)
    if (!response.ok) throw errorFromAnswer(response.status, body)
    // The routes' own types; what the server sends is checked there.
    return body as T
  }
}

/** The same without reading the answer: for streams. */
export function createSender({
  baseURL = '/api',
  fetch: given,
  headers,
}: ClientOptions): (
  input: RequestInput & { headers?: Record<string, string> },
) => Promise<Response> {
  return async ({ method = 'GET', path, query = {}, body, signal, headers: more }) => {
    // Looked up at each call: tests and polyfills replace it.
    const send = given ?? globalThis.fetch
    try {
      return await send(`${baseURL}${path}${toQuery(query)}`, {
        method,
        credentials: 'include',
        headers: {
          Accept: 'application/json',
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
          ...more,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      })
    } catch (error) {
      if (signal?.aborted) throw signal.reason ?? error
      throw networkError()
    }
  }
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    // A proxy's page of HTML; the status says enough.
    return undefined
  }
}
