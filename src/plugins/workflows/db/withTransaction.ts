import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq, initTransaction, killTransaction } from 'payload'

import { TransactionLostError } from '../runtime/errors.js'
import { commitWith } from './commitWith.js'
import { sessionExecutor, sessionOf, type SqlExecutor } from './executor.js'

type SQL = Parameters<NonNullable<ReturnType<typeof sessionOf>>['execute']>[0]

/** An open transaction: pass `req` to every Local API call, run raw SQL by `execute` or `sql`. */
export interface Transaction {
  req: PayloadRequest
  execute: (query: SQL) => Promise<{ rows: Record<string, unknown>[] }>
  sql: SqlExecutor
  /** Not once something inside has rolled it back: its connection is then somebody else's. */
  isOpen: () => boolean
  /**
   * Sends a last statement and COMMIT in one message: its locks live for one burst inside the server, and an answer
   * is the commit. Nothing may follow. Literals in it must be escaped.
   * @throws CommitUnansweredError when the connection was lost meanwhile: it may have happened.
   */
  commitWith: <Row extends object>(statement: string) => Promise<Row[]>
}

/**
 * The only owner of transactions. Payload's own functions report success when a transaction was rolled back
 * by something inside it, and when COMMIT itself failed; this helper turns both into errors.
 *
 * - Never catch an error of a Local API call inside `run` and go on: it has rolled everything back.
 * - No `Promise.all` inside, no network calls inside.
 *
 * @throws TransactionLostError when the session did not survive `run`, or a deferred constraint failed.
 */
export async function withTransaction<T>(
  { payload, req, user }: { payload: Payload; req?: PayloadRequest; user?: PayloadRequest['user'] },
  run: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  // A request of its own: the caller's must not lose or inherit a transaction through us.
  const local = await createLocalReq(
    { user: user ?? req?.user ?? undefined, context: req ? { ...req.context } : {} },
    payload,
  )
  if (req?.t) local.t = req.t
  if (!(await initTransaction(local))) {
    throw new TransactionLostError({ reason: 'the database adapter opened no transaction' })
  }
  const id = await local.transactionID
  const session = id == null ? null : sessionOf(payload, id)
  if (id == null || !session)
    throw new TransactionLostError({ reason: 'the transaction has no session' })
  const undo = async () => {
    if (sessionOf(payload, id) === session) await payload.db.rollbackTransaction(id)
    else await killTransaction(local)
  }
  const assertAlive = async () => {
    // A failed nested operation rolls the transaction back, removes the id, and later calls autocommit.
    if ((await local.transactionID) !== id || sessionOf(payload, id) !== session) {
      throw new TransactionLostError({ reason: 'an operation inside it failed and rolled it back' })
    }
  }
  let isCommitted = false
  try {
    const result = await run({
      req: local,
      execute: (query) => session.execute(query),
      sql: sessionExecutor(session),
      isOpen: () => sessionOf(payload, id) === session,
      commitWith: async <Row extends object>(statement: string) => {
        await assertAlive()
        const rows = await commitWith<Row>(session, statement)
        isCommitted = true
        return rows
      },
    })
    if (!isCommitted) {
      await assertAlive()
      // Raises 25P02 if the transaction was aborted, and fires deferred constraints while they can still be told.
      await session.execute(sql.raw('set constraints all immediate'))
    }
    // After `commitWith` this only ends an empty one and gives the connection back.
    await payload.db.commitTransaction(id)
    return result
  } catch (error) {
    // With the connection gone the rollback fails as well; the first error is the one that tells why.
    await undo().catch(() => undefined)
    throw error
  }
}
