import type { CollectionAfterErrorHook } from 'payload'

import { APIError } from 'payload'

import { isInfrastructureError } from '../../plugins/workflows/runtime/classifyFailure.js'

/** What a query is made of. */
const ASKS = /[?&](?:where|sort|limit|page|joins|select|populate)(?:=|\[|%5B)/i

/**
 * Payload answers 500 where its adapter cannot make SQL of a filter: an operator that the column does not have,
 * a NUL, a page below 0. It is a question about rows that are there, so it is the request that is wrong.
 */
export const refuseFilters: CollectionAfterErrorHook = ({ error, req }) => {
  const isNamed = error instanceof APIError
  if (isNamed || req.method !== 'GET' || !ASKS.test(req.url ?? '')) return
  // The database was away: the same request may succeed in a moment.
  if (isInfrastructureError(error)) return
  return {
    status: 400,
    response: {
      errors: [
        {
          name: 'BadRequestError',
          message: 'This filter, order or page cannot be used here.',
          data: { code: 'invalid_filter' },
        },
      ],
    },
  }
}
