import type { JsonObject } from '../graph/types.js'

/** A host id as Payload gives it: a number with serial ids, else a string. */
export type HostId = number | string

export interface CreatedDocument {
  collection: string
  id: HostId
  title: string
}

export interface CreatedMedia {
  collection: string
  id: HostId
  url: string
  alt: string
  width: number
  height: number
}

/**
 * The only writer of host documents on a node's behalf. Bound to one agent job and to the transaction
 * that completes it; every call acts as the launching user (`overrideAccess: false`).
 * `slot` names the effect inside the job (`document`, `media`): the same slot never makes a second
 * document, and a retry of the node updates the one it made before.
 */
export interface CmsWriter {
  createDocument: (args: {
    slot: string
    collection: string
    title: string
    /** Markdown; converted with the target field's own editor. Plain text where the body is no rich text. */
    markdown: string
    status: 'draft' | 'review' | 'published'
    /** Further fields of the target collection, already checked. */
    data?: JsonObject
  }) => Promise<CreatedDocument>
  createMedia: (args: {
    slot: string
    bytes: Buffer
    mimeType: 'image/png' | 'image/jpeg' | 'image/webp'
    alt: string
    /** First words of the file name; the engine adds what makes it unique. */
    nameHint: string
  }) => Promise<CreatedMedia>
  /** Adds images to a document behind those it has; already attached ones are no error. */
  attachImages: (args: {
    slot: string
    collection: string
    documentId: HostId
    imageIds: HostId[]
    setFirstAsPrimary: boolean
  }) => Promise<{ attached: number }>
}
