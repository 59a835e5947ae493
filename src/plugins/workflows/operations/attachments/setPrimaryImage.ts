import type { PayloadRequest } from 'payload'

import { lockDocument, makePrimary, rowsOfDocument, settle } from './attachmentSql.js'
import { changeDocument } from './changeDocument.js'
import { listAttachments, type AttachmentList } from './listAttachments.js'
import { requireAttached } from './requireAttached.js'
import { requireDocument } from './requireDocument.js'

/** Unsets the previous one in the same transaction; the order stays. */
export async function setPrimaryImage({
  req,
  collection,
  id,
  imageId,
}: {
  req: PayloadRequest
  collection: string
  id: unknown
  imageId: unknown
}): Promise<AttachmentList> {
  const document = await requireDocument({ req, collection, id, to: 'write' })
  await changeDocument({ req, document }, async ({ session }) => {
    await lockDocument(session, document)
    const rows = await rowsOfDocument(session, document)
    for (const row of requireAttached({ req, rows, imageIds: [imageId] })) {
      await makePrimary(session, document, row.id)
    }
    await settle(session, document)
  })
  return listAttachments({ req, collection, id: document.id })
}
