import type { PayloadRequest } from 'payload'

import { captionImage, lockDocument, rowsOfDocument } from './attachmentSql.js'
import { changeDocument } from './changeDocument.js'
import { listAttachments, type AttachmentList } from './listAttachments.js'
import { requireAttached } from './requireAttached.js'
import { requireDocument } from './requireDocument.js'

/** What stands under the image in this document; blank takes it away. The image itself stays as it is. */
export async function setCaption({
  req,
  collection,
  id,
  imageId,
  caption,
}: {
  req: PayloadRequest
  collection: string
  id: unknown
  imageId: unknown
  caption: string | null
}): Promise<AttachmentList> {
  const document = await requireDocument({ req, collection, id, to: 'write' })
  await changeDocument({ req, document }, async ({ session }) => {
    await lockDocument(session, document)
    const rows = await rowsOfDocument(session, document)
    for (const row of requireAttached({ req, rows, imageIds: [imageId] })) {
      await captionImage(session, { attachment: row.id, caption: caption?.trim() || null })
    }
  })
  return listAttachments({ req, collection, id: document.id })
}
