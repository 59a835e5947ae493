import type { PayloadRequest } from 'payload'

import type { DocumentAttachment } from '../../../../collections/document-attachments/types.js'
import type { HostId } from '../../runtime/cmsTypes.js'

import { toAttachment } from '../../../../collections/document-attachments/types.js'
import { asSlug, idOf } from '../../access/hostIds.js'
import { getPluginContext } from '../../pluginContext.js'
import { slugs } from '../../slugs.js'
import { readProvenance, type AttachmentProvenance } from './readProvenance.js'
import { requireDocument } from './requireDocument.js'

export type { AttachmentProvenance } from './readProvenance.js'

export interface AttachmentView {
  id: HostId
  imageId: HostId
  url: string | null
  thumbnailUrl: string | null
  filename: string | null
  filesize: number | null
  width: number | null
  height: number | null
  order: number
  isPrimary: boolean
  caption: string | null
  attachedAt: string
  attachedBy: AttachmentProvenance
}

export interface AttachmentList {
  documentId: HostId
  attachments: AttachmentView[]
  totalCount: number
}

/** What Payload's uploads have, whatever else the host's media hold. */
interface MediaFile {
  url?: string | null
  thumbnailURL?: string | null
  filename?: string | null
  filesize?: number | null
  width?: number | null
  height?: number | null
  sizes?: Record<string, { url?: string | null; width?: number | null } | null> | null
}

export async function listAttachments({
  req,
  collection,
  id,
}: {
  req: PayloadRequest
  collection: string
  id: unknown
}): Promise<AttachmentList> {
  const document = await requireDocument({ req, collection, id, to: 'read' })
  const { docs } = await req.payload.find({
    collection: slugs.attachments,
    depth: 0,
    // As the system: who may read the document sees what is attached to it, whatever its workspace.
    overrideAccess: true,
    pagination: false,
    req,
    sort: ['order', 'createdAt', 'id'],
    where: {
      and: [
        { documentCollection: { equals: collection } },
        { documentId: { equals: String(document.id) } },
        { image: { exists: true } },
      ],
    },
  })
  const rows = docs.map(toAttachment)
  const files = await readFiles({ req, ids: rows.flatMap(({ image }) => idOf(image) ?? []) })
  const attachedBy = await readProvenance({ req, rows })
  const attachments = rows.flatMap((row) => {
    const imageId = idOf(row.image)
    if (imageId === null) return []
    const file = files.get(String(imageId))
    return [{ ...view({ row, imageId, file }), attachedBy: attachedBy(row) }]
  })
  return { documentId: document.id, attachments, totalCount: attachments.length }
}

/** As the user: of an image they may not read, only its place in the list is told. */
async function readFiles({
  req,
  ids,
}: {
  req: PayloadRequest
  ids: HostId[]
}): Promise<Map<string, MediaFile>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: asSlug(getPluginContext(req.payload).slugs.media),
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    pagination: false,
    req,
    user: req.user,
    where: { id: { in: ids } },
  })
  return new Map(docs.map((doc) => [String(doc.id), doc as unknown as MediaFile]))
}

function view({
  row,
  imageId,
  file = {},
}: {
  row: DocumentAttachment
  imageId: HostId
  file?: MediaFile
}): Omit<AttachmentView, 'attachedBy'> {
  return {
    id: row.id,
    imageId,
    url: file.url ?? null,
    thumbnailUrl: file.thumbnailURL ?? smallestSize(file) ?? file.url ?? null,
    filename: file.filename ?? null,
    filesize: file.filesize ?? null,
    width: file.width ?? null,
    height: file.height ?? null,
    order: row.order,
    isPrimary: row.isPrimary,
    caption: row.caption ?? null,
    attachedAt: row.createdAt,
  }
}

function smallestSize({ sizes }: MediaFile): string | null {
  const made = Object.values(sizes ?? {}).filter((size) => Boolean(size?.url))
  made.sort((a, b) => (a?.width ?? Infinity) - (b?.width ?? Infinity))
  return made[0]?.url ?? null
}
