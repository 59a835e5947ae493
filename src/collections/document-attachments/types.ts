import type { HostId } from '../../plugins/workflows/runtime/cmsTypes.js'

/** A row of `document-attachments` as our own calls read it (`depth: 0`). */
export interface DocumentAttachment {
  id: HostId
  /** Slug and id as text, so that any collection and any kind of id fits in one table. */
  documentCollection: string
  documentId: string
  /** Null only where media were deleted past our hooks; the next change of the document clears it. */
  image: HostId | null
  isPrimary: boolean
  /** 0-based and without gaps within a document. */
  order: number
  caption?: string | null
  /** The execution and node that attached it; absent when a person did. */
  execution?: string | null
  nodeId?: string | null
  attachedBy?: HostId | null
  /** Copied from the document, so that reading the row needs no look at the document. */
  workspace?: HostId | null
  createdAt: string
  updatedAt: string
}

/** Boundary with Payload, as in workflow-templates/types.ts: `index.ts` makes these columns. */
export function toAttachment(doc: unknown): DocumentAttachment {
  return doc as DocumentAttachment
}

export function toAttachmentData(
  data: Omit<DocumentAttachment, 'createdAt' | 'id' | 'updatedAt'>,
): never {
  return data as never
}
