import type { JsonValue } from '../../graph/types.js'
import type { CmsWriter, HostId } from '../../runtime/cmsTypes.js'
import type { NodeHandler, NodeInput, OutputItem } from '../defineNode.js'
import type { Pair } from './pairs.js'
import type { AttachToDocumentConfig } from './spec.js'

import { haveCopyLinks, planPairs } from './pairs.js'

/** Default of `limits.attachmentsPerDocument`. */
const ATTACHMENTS_PER_DOCUMENT = 20

/** Pairs the documents and the images that came in, and attaches them in one transaction. */
export function createAttachToDocumentHandler({
  attachmentsPerDocument = ATTACHMENTS_PER_DOCUMENT,
}: { attachmentsPerDocument?: number } = {}): NodeHandler<AttachToDocumentConfig> {
  return async (input, context) => {
    const { strategy, matchBy, setPrimary, copySourceNode, imageSourceNode } = input.config
    const copies = itemsWith('document_id', input, copySourceNode)
    const images = itemsWith('media_id', input, imageSourceNode)
    if (copies.length === 0 || images.length === 0) {
      context.log('Nothing to attach', { documents: copies.length, images: images.length })
      return { output: { count: 0 } }
    }
    if (matchBy === 'id' && !haveCopyLinks(copies, images)) {
      context.log('No image names the copy it belongs to; pairing by position')
    }
    const pairs = planPairs({
      strategy,
      matchBy,
      copies,
      images,
      perDocument: attachmentsPerDocument,
    })
    const documents = imagesByDocument({
      pairs,
      copies,
      images,
      fallback: context.defaultCollection,
    })
    return {
      output: { count: documents.reduce((sum, { imageIds }) => sum + imageIds.length, 0) },
      write: (cms) => attachAll({ cms, documents, setFirstAsPrimary: setPrimary }),
    }
  }
}

interface DocumentImages {
  collection: string
  documentId: HostId
  imageIds: HostId[]
}

/** Always in the same order: two nodes that attach to the same documents must not wait for each other. */
async function attachAll({
  cms,
  documents,
  setFirstAsPrimary,
}: {
  cms: CmsWriter
  documents: DocumentImages[]
  setFirstAsPrimary: boolean
}): Promise<void> {
  const key = ({ collection, documentId }: DocumentImages) => `${collection}/${documentId}`
  const ordered = documents.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  for (const document of ordered) {
    await cms.attachImages({ slot: `attach-${key(document)}`, ...document, setFirstAsPrimary })
  }
}

/** Items that hold an id of that kind, of the named node or of all that came in. */
function itemsWith(
  key: 'document_id' | 'media_id',
  { upstream }: NodeInput,
  sourceNode: string | undefined,
): OutputItem[] {
  const nodes = sourceNode ? upstream.filter(({ nodeId }) => nodeId === sourceNode) : upstream
  // An image carries the document it illustrates; that does not make it a copy.
  return nodes
    .flatMap(({ items }) => items)
    .filter((item) => isHostId(item[key]) && (key === 'media_id' || !isHostId(item.media_id)))
}

function imagesByDocument({
  pairs,
  copies,
  images,
  fallback,
}: {
  pairs: Pair[]
  copies: OutputItem[]
  images: OutputItem[]
  fallback: string
}): DocumentImages[] {
  const documents = new Map<string, DocumentImages>()
  for (const { copyIndex, imageIndex } of pairs) {
    const copy = copies[copyIndex]
    const imageId = images[imageIndex]?.media_id
    if (!copy || !isHostId(copy.document_id) || !isHostId(imageId)) continue
    const collection = typeof copy.collection === 'string' ? copy.collection : fallback
    const key = `${collection}/${copy.document_id}`
    const entry = documents.get(key) ?? {
      collection,
      documentId: copy.document_id,
      imageIds: [],
    }
    if (!entry.imageIds.includes(imageId)) entry.imageIds.push(imageId)
    documents.set(key, entry)
  }
  return [...documents.values()]
}

function isHostId(value: JsonValue | undefined): value is HostId {
  return typeof value === 'number' || (typeof value === 'string' && value !== '')
}
