import type { AfterErrorHook, CollectionAfterErrorHook } from 'payload'

import { WorkflowError } from '../runtime/errors.js'
import { errorAnswer } from './errorAnswer.js'

/**
 * Payload's generated REST answers our own errors (thrown by hooks) without their `data`; this gives
 * them the contract's shape there too.
 */
export const shapeOurErrors: CollectionAfterErrorHook = ({ error, req }) => {
  if (!(error instanceof WorkflowError)) return
  const { status, body } = errorAnswer({ error, payload: req.payload, doing: 'a hook' })
  return { status, response: body }
}

/**
 * For `config.hooks.afterError`: a malformed escape in a path (`%E0%A4%A`) fails in Payload's router
 * before any endpoint of ours runs, as a 500. It is the request that is wrong.
 */
export const answerMalformedPaths: AfterErrorHook = ({ error }) => {
  if (!((error as unknown) instanceof URIError)) return
  return {
    status: 400,
    response: {
      errors: [
        {
          name: 'BadRequestError',
          message: 'The address holds a malformed % escape.',
          data: { code: 'bad_request' },
        },
      ],
    },
  }
}
