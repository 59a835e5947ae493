import type { PayloadRequest } from 'payload'

import { slugs } from '../../slugs.js'
import { lockDocument, rowsOfDocument, settle } from './attachmentSql.js'
import { changeDocument } from './changeDocument.js'
import { requireAttached } from './requireAttached.js'
import { requireDocument } from './requireDocument.js'

/** The image itself stays. If it was the primary one, the next in order becomes it. */
export async function detachImage({
  req,
  collection,
  id,
  imageId,
}: {
  req: PayloadRequest
  collection: string
  id: unknown
  imageId: unknown
}): Promise<void> {
  const document = await requireDocument({ req, collection, id, to: 'write' })
  await changeDocument({ req, document }, async ({ req: inside, session }) => {
    await lockDocument(session, document)
    const rows = await rowsOfDocument(session, document)
    for (const row of requireAttached({ req, rows, imageIds: [imageId] })) {
      await inside.payload.delete({
        collection: slugs.attachments,
        id: row.id,
        depth: 0,
        // As the system: nobody may delete these rows but this operation.
        overrideAccess: true,
        req: inside,
      })
    }
    await settle(session, document)
  })
}
