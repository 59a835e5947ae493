import { APIError, ValidationError, type Payload } from 'payload'

import { sqlStateOf } from '../db/sqlState.js'
import { WorkflowError } from '../runtime/errors.js'

export interface ErrorAnswer {
  status: number
  body: {
    errors: [{ name: string; message: string; data: { code: string; [fact: string]: unknown } }]
  }
}

/** Every error → the one shape of the contract. Only what we cannot name is logged and hidden. */
export function errorAnswer({
  error,
  payload,
  doing,
}: {
  error: unknown
  payload: Payload
  /** For the log: what was being done. */
  doing: string
}): ErrorAnswer {
  if (error instanceof WorkflowError && error.status < 500) {
    return answer(error.status, error.name, error.message, { ...error.data, code: error.code })
  }
  if (error instanceof ValidationError) {
    const issues = error.data.errors.map(({ path, message }) => ({
      code: 'invalid_value',
      message,
      path,
    }))
    const first = issues[0]
    return answer(
      422,
      'InvalidInputError',
      first ? `${first.path}: ${first.message}` : error.message,
      {
        code: 'validation_failed',
        issues,
      },
    )
  }
  if (error instanceof APIError && error.status >= 400 && error.status < 500) {
    return answer(error.status, error.name, error.message, { code: codeOf(error.status) })
  }
  payload.logger.error({ err: error, msg: `payload-workflows: ${doing} failed` })
  const known = sqlStateAnswer(error)
  if (known) return known
  return answer(
    500,
    'InternalError',
    'Something went wrong here. Nothing was changed; try again.',
    {
      code: 'internal',
    },
  )
}

function answer(
  status: number,
  name: string,
  message: string,
  data: { code: string; [fact: string]: unknown },
): ErrorAnswer {
  return { status, body: { errors: [{ name, message, data }] } }
}

function codeOf(status: number): string {
  if (status === 401) return 'not_authenticated'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not_found'
  if (status === 409) return 'conflict'
  if (status === 423) return 'locked'
  return 'bad_request'
}

/**
 * The net under all checks: what Postgres refused as data (class 22) was somebody's input, and a
 * lost race (deadlock, duplicate, vanished row) is worth another try. Logged, for both are gaps.
 */
function sqlStateAnswer(error: unknown): ErrorAnswer | null {
  const state = sqlStateOf(error)
  if (state.startsWith('22')) {
    return answer(400, 'BadRequestError', 'A value in the request cannot be stored.', {
      code: 'invalid_value',
    })
  }
  if (['23503', '23505', '40001', '40P01'].includes(state)) {
    return answer(
      409,
      'ConflictError',
      'Somebody else changed this at the same moment. Look again and retry.',
      { code: 'conflict' },
    )
  }
  return null
}
