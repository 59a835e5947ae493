import type { PayloadRequest } from 'payload'

import { databaseOf, sessionOf, type PayloadDatabase } from '../../db/executor.js'
import { TransactionLostError } from '../../runtime/errors.js'

/** Where raw SQL of a hook must run: in the transaction of the request that the hook is part of. */
export async function sessionOfRequest(req: PayloadRequest): Promise<PayloadDatabase['drizzle']> {
  const id = await req.transactionID
  if (id === undefined || id === null) return databaseOf(req.payload).drizzle
  const session = sessionOf(req.payload, id)
  // Going on without it would write outside the transaction, and survive its rollback.
  if (!session) throw new TransactionLostError({ reason: 'it ended before a hook could join it' })
  return session
}
