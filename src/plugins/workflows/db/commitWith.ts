import type { DrizzleSession } from './executor.js'

import { sql } from '@payloadcms/db-postgres'

import { isInfrastructureError } from './infrastructureErrors.js'
import { CommitUnansweredError, TransactionLostError } from '../runtime/errors.js'
import { sqlStateOf } from './sqlState.js'

/** Said by a server that has rolled back: a deadlock, a lock waited for too long, too many connections. */
const REFUSED = /^(40|53|55)/

/** What one statement of a message without parameters answers. */
interface Answered {
  command: string
  rows: object[]
}

/**
 * Fires deferred constraints, runs `statement`, commits: one message, so that an error in the first two leaves the
 * COMMIT undone and an answer means that it happened and is on disk. The wait for the disk comes after the commit has
 * let go of its locks: documents of one execution share one flush instead of queueing for a flush each. What is
 * committed later is later in the log, so nothing that a crash keeps can rest on anything it takes.
 */
export async function commitWith<Row extends object>(
  session: DrizzleSession,
  statement: string,
): Promise<Row[]> {
  const message = [
    'set constraints all immediate',
    'set local synchronous_commit = off',
    statement,
    // Outside of a transaction this is an error.
    'commit and chain',
    'select payload_workflows.flush()',
    // Payload will send a COMMIT of its own, which must find a transaction.
    'commit and chain',
  ].join('; ')
  const answers = await session.execute(sql.raw(message)).catch((error: unknown) => {
    const isLost = isInfrastructureError(error) && !REFUSED.test(sqlStateOf(error))
    throw isLost ? new CommitUnansweredError({ cause: error }) : error
  })
  // pg answers several statements with an array; drizzle's type knows of one.
  const [, , answer, end] = answers as unknown as Answered[]
  if (end?.command !== 'COMMIT') {
    throw new TransactionLostError({ reason: `its COMMIT was answered with ${end?.command}` })
  }
  return answer?.rows as Row[]
}
