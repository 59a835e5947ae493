import type { PayloadRequest } from 'payload'

import { lockDocument, rowsOfDocument, settle } from './attachmentSql.js'
import { changeDocument } from './changeDocument.js'
import { listAttachments, type AttachmentList } from './listAttachments.js'
import { requireAttached } from './requireAttached.js'
import { requireDocument } from './requireDocument.js'

/**
 * Puts the named images in front, in this order. Those not named follow as they were: somebody may
 * have attached one since the list was drawn. The primary image stays the primary one.
 */
export async function reorderImages({
  req,
  collection,
  id,
  imageIds,
}: {
  req: PayloadRequest
  collection: string
  id: unknown
  imageIds: (number | string)[]
}): Promise<AttachmentList> {
  const document = await requireDocument({ req, collection, id, to: 'write' })
  await changeDocument({ req, document }, async ({ session }) => {
    await lockDocument(session, document)
    const rows = await rowsOfDocument(session, document)
    const first = requireAttached({ req, rows, imageIds }).map(({ imageId }) => imageId)
    await settle(session, document, { first })
  })
  return listAttachments({ req, collection, id: document.id })
}
