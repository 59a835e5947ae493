import type { Payload, PayloadRequest } from 'payload'

import type { Transaction } from '../../db/withTransaction.js'
import type { HostId } from '../../runtime/cmsTypes.js'
import type { KnownDocument } from './requireDocument.js'

import { toAttachmentData } from '../../../../collections/document-attachments/types.js'
import { asSlug } from '../../access/hostIds.js'
import { toActingUser } from '../../access/memberships.js'
import { getPluginContext } from '../../pluginContext.js'
import { InvalidInputError, NotFoundError } from '../../runtime/errors.js'
import { slugs } from '../../slugs.js'
import {
  lockDocument,
  lockImages,
  makePrimary,
  rowsOfDocument,
  settle,
  type AttachmentRow,
  type AttachmentSession,
} from './attachmentSql.js'
import { requireDocument } from './requireDocument.js'
import { requireImages } from './requireImages.js'

export interface AttachedBy {
  execution?: string | null
  nodeId?: string | null
}

/**
 * For a workflow, inside the transaction that completes its job: as the given user, with their
 * rights. What is attached already is left exactly as it is: a person may have moved it since, and a
 * job that runs again must not undo that.
 */
export async function attachImagesInTransaction({
  tx,
  payload,
  user,
  collection,
  documentId,
  imageIds,
  setFirstAsPrimary,
  execution,
  nodeId,
}: {
  tx: Pick<Transaction, 'execute' | 'req'>
  payload: Payload
  user: PayloadRequest['user']
  collection: string
  documentId: HostId
  imageIds: HostId[]
  setFirstAsPrimary: boolean
} & AttachedBy): Promise<{ attached: number }> {
  tx.req.user = user
  const document = await requireDocument({ req: tx.req, collection, id: documentId, to: 'write' })
  const images = await requireImages({
    req: tx.req,
    ids: imageIds,
    workspace: document.workspace,
  })
  const session = { payload, execute: tx.execute }
  const { before, added } = await addRows({
    session,
    req: tx.req,
    document,
    images,
    by: { execution, nodeId },
  })
  const [first] = added
  if (setFirstAsPrimary && first && !isPersonsChoice(before, { execution, nodeId })) {
    await makePrimary(session, document, first)
  }
  await settle(session, document)
  return { attached: added.length }
}

/**
 * Whether the primary image may be what a person wants: they attached it themselves, or it has been primary
 * since this node was here before, and then they may have chosen it. A later retry leaves both alone.
 */
function isPersonsChoice(before: AttachmentRow[], { execution, nodeId }: AttachedBy): boolean {
  const primary = before.find(({ isPrimary }) => isPrimary)
  if (!primary) return false
  const wasHere = before.some((row) => row.execution === execution && row.nodeId === nodeId)
  return primary.execution === null || wasHere
}

/**
 * Locks, checks what may have changed since the request was judged, and appends. Order and primary
 * are left to `settle`.
 */
export async function addRows({
  session,
  req,
  document,
  images,
  by = {},
}: {
  session: AttachmentSession
  req: PayloadRequest
  document: KnownDocument
  images: HostId[]
  by?: AttachedBy
}): Promise<{ before: AttachmentRow[]; added: HostId[] }> {
  const { options } = getPluginContext(req.payload)
  const { collection: media } = options.media
  await lockImages(session, { collection: media, ids: images, mode: 'share' })
  await lockDocument(session, document)
  await requireStillThere({ req, document, media, images })
  const before = await rowsOfDocument(session, document)
  const has = new Set(before.map(({ imageId }) => String(imageId)))
  const fresh = images.filter((id) => !has.has(String(id)))
  refuseTooMany({
    limit: options.limits.attachmentsPerDocument,
    attached: before.length,
    more: fresh.length,
  })
  const user = toActingUser(req.user)
  const added: HostId[] = []
  for (const [index, image] of fresh.entries()) {
    const row = await req.payload.create({
      collection: slugs.attachments,
      data: toAttachmentData({
        documentCollection: document.collection,
        documentId: String(document.id),
        image,
        isPrimary: false,
        order: before.length + index,
        execution: by.execution ?? null,
        nodeId: by.nodeId ?? null,
        attachedBy: user?.collection === options.users.collection ? user.id : null,
        ...(options.workspaces ? { workspace: document.workspace } : {}),
      }),
      depth: 0,
      // As the system: nobody may write these rows but this operation, which has just judged the user.
      overrideAccess: true,
      req,
    })
    added.push(row.id)
  }
  return { before, added }
}

/** Judged before the locks were held; a deletion may have come in between. */
async function requireStillThere({
  req,
  document,
  media,
  images,
}: {
  req: PayloadRequest
  document: KnownDocument
  media: string
  images: HostId[]
}): Promise<void> {
  const exists = async (collection: string, ids: HostId[]) => {
    const { totalDocs } = await req.payload.count({
      collection: asSlug(collection),
      // As the system: the user's rights were judged, only existence is asked.
      overrideAccess: true,
      req,
      where: { id: { in: ids } },
    })
    return totalDocs === ids.length
  }
  if (!(await exists(document.collection, [document.id]))) {
    throw new NotFoundError({ what: 'The document' })
  }
  if (!(await exists(media, images))) {
    throw new NotFoundError({ what: 'An image', code: 'images_not_found', data: { ids: images } })
  }
}

export function refuseTooMany({
  limit,
  attached,
  more,
}: {
  limit: number
  attached: number
  more: number
}): void {
  if (more === 0 || attached + more <= limit) return
  const has = attached === 0 ? '' : ` It has ${attached} already.`
  throw new InvalidInputError({
    code: 'max_attachments_exceeded',
    message: `A document can have at most ${limit} images.${has}`,
    issues: [
      {
        code: 'max_attachments_exceeded',
        message: `${more} more would be too many; there is room for ${Math.max(0, limit - attached)}.`,
        path: 'imageIds',
      },
    ],
    data: { limit, attached },
  })
}
