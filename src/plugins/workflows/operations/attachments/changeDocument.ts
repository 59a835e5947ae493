import type { PayloadRequest } from 'payload'

import type { AttachmentSession } from './attachmentSql.js'
import type { KnownDocument } from './requireDocument.js'

import { membershipsFor } from '../../access/memberships.js'
import { withTransaction } from '../../db/withTransaction.js'
import { oneAtATime } from './oneAtATime.js'

/** One change of a document's images in a transaction of its own, behind all others of the document. */
export async function changeDocument<T>(
  { req, document }: { req: PayloadRequest; document: KnownDocument },
  change: (inside: { req: PayloadRequest; session: AttachmentSession }) => Promise<T>,
): Promise<T> {
  const { payload } = req
  // Read now: inside, it would take a second connection.
  await membershipsFor({ req })
  return oneAtATime(`${document.collection}:${document.id}`, () =>
    withTransaction({ payload, req }, ({ req: inside, execute }) =>
      change({ req: inside, session: { payload, execute } }),
    ),
  )
}
