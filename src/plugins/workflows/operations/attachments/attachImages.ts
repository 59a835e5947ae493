import type { PayloadRequest } from 'payload'

import { sameId } from '../../access/hostIds.js'
import { getPluginContext } from '../../pluginContext.js'
import { addRows, refuseTooMany } from './attachImagesInTransaction.js'
import { makePrimary, rowsOfDocument, settle } from './attachmentSql.js'
import { changeDocument } from './changeDocument.js'
import { listAttachments, type AttachmentList } from './listAttachments.js'
import { requireDocument } from './requireDocument.js'
import { requireImages } from './requireImages.js'

/** Adds images behind those the document has. All or nothing; one that is there already is no error. */
export async function attachImages({
  req,
  collection,
  id,
  imageIds,
  setFirstAsPrimary,
}: {
  req: PayloadRequest
  collection: string
  id: unknown
  imageIds: (number | string)[]
  setFirstAsPrimary: boolean
}): Promise<AttachmentList> {
  const { limits } = getPluginContext(req.payload).options
  const document = await requireDocument({ req, collection, id, to: 'write' })
  const asked = new Set(imageIds.map(String)).size
  refuseTooMany({ limit: limits.attachmentsPerDocument, attached: 0, more: asked })
  const images = await requireImages({ req, ids: imageIds, workspace: document.workspace })
  await changeDocument({ req, document }, async ({ req: inside, session }) => {
    await addRows({ session, req: inside, document, images })
    // A person who asks for it means the image, whether or not it was attached before.
    const rows = setFirstAsPrimary ? await rowsOfDocument(session, document) : []
    const first = rows.find(({ imageId }) => sameId(imageId, images[0] ?? null))
    if (first) await makePrimary(session, document, first.id)
    await settle(session, document)
  })
  return listAttachments({ req, collection, id: document.id })
}
