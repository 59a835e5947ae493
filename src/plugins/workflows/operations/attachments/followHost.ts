import type { PayloadRequest } from 'payload'

import type { HostId } from '../../runtime/cmsTypes.js'
import type { KnownDocument } from './requireDocument.js'

import { asSlug, idOf } from '../../access/hostIds.js'
import { NotFoundError } from '../../runtime/errors.js'
import { addRows } from './attachImagesInTransaction.js'
import {
  captionImage,
  documentsOfImage,
  isFiledElsewhere,
  lockDocument,
  lockImages,
  makePrimary,
  moveToWorkspace,
  removeAllOfDocument,
  removeImageEverywhere,
  rowsOfDocument,
  settle,
  type AttachmentSession,
  type DocumentKey,
} from './attachmentSql.js'
import { sessionOfRequest } from './requestSession.js'

/** What the host does to its documents and media, followed in the host's own transaction. */
async function sessionFor(req: PayloadRequest): Promise<AttachmentSession> {
  const session = await sessionOfRequest(req)
  return { payload: req.payload, execute: (query) => session.execute(query) }
}

export async function forgetDocument({
  req,
  document,
}: {
  req: PayloadRequest
  document: DocumentKey
}): Promise<void> {
  const session = await sessionFor(req)
  await lockDocument(session, document)
  await removeAllOfDocument(session, document)
}

export async function forgetImage({
  req,
  collection,
  image,
}: {
  req: PayloadRequest
  collection: string
  image: HostId
}): Promise<void> {
  const session = await sessionFor(req)
  const { gone } = await lockImages(session, { collection, ids: [image], mode: 'update' })
  // Somebody else deleted it while this waited; Payload would stumble over the missing row.
  if (gone) throw new NotFoundError({ what: 'The image' })
  const documents = await documentsOfImage(session, image)
  for (const document of documents) await lockDocument(session, document)
  await removeImageEverywhere(session, image)
  for (const document of documents) await settle(session, document)
}

export async function copyAttachments({
  req,
  from,
  to,
}: {
  req: PayloadRequest
  from: DocumentKey
  to: KnownDocument
}): Promise<void> {
  const session = await sessionFor(req)
  const rows = await rowsOfDocument(session, from)
  if (rows.length === 0) return
  const images = rows.map(({ imageId }) => imageId)
  const { added } = await addRows({ session, req, document: to, images })
  const primary = added[rows.findIndex(({ isPrimary }) => isPrimary)]
  if (primary !== undefined) await makePrimary(session, to, primary)
  for (const [index, { caption }] of rows.entries()) {
    const attachment = added[index]
    if (caption !== null && attachment !== undefined) {
      await captionImage(session, { attachment, caption })
    }
  }
  await settle(session, to)
}

/** The row, not the hook's document: that may be a draft, which leaves the row where it is. */
export async function followWorkspace({
  req,
  document,
  workspaceField,
  seen,
}: {
  req: PayloadRequest
  document: DocumentKey
  workspaceField: string
  /** The workspace in the hook's document. */
  seen: HostId | null
}): Promise<void> {
  const session = await sessionFor(req)
  // One look at an index, for saves are many and moves are rare.
  if (!(await isFiledElsewhere(session, document, seen))) return
  const row = await req.payload.findByID({
    collection: asSlug(document.collection),
    id: document.id,
    depth: 0,
    disableErrors: true,
    // As the system: where the document now is, is a fact and no matter of rights.
    overrideAccess: true,
    req,
  })
  if (!row) return
  // The host's own type; which of its fields holds the workspace is an option.
  const workspace = idOf((row as unknown as Record<string, unknown>)[workspaceField])
  await moveToWorkspace(session, document, workspace)
}
