import { APIError } from 'openai'
import { z } from 'zod'

import { classifyError } from '../classifyError.js'
import { callServer, readKey } from './callServer.js'
import type { OpenAISettings } from './settings.js'

/** A list is small and asked for while a person waits. */
const LIMITS = { firstByteMs: 10_000, idleMs: 10_000, totalMs: 20_000, maxBytes: 5_000_000 }

const listSchema = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) })

/**
 * Ids that `GET /models` lists, sorted; empty when the server has no such list. Throws ProviderError,
 * or the reason of an aborted signal.
 */
export async function listModels({
  settings,
  signal,
}: {
  settings: OpenAISettings
  signal: AbortSignal
}): Promise<string[]> {
  let key = ''
  try {
    key = readKey(settings)
    return await callServer({
      settings,
      key,
      signal,
      limits: LIMITS,
      run: async ({ client, requestOptions }) => {
        // `client.models.list()` would page on servers that answer `has_more`.
        const body = listSchema.safeParse(await client.get('/models', requestOptions))
        return body.success ? body.data.data.map(({ id }) => id).sort() : []
      },
    })
  } catch (error) {
    if (error instanceof APIError && error.status === 404) return []
    throw classifyError(error, { signal, secrets: [key], host: settings.host })
  }
}
