import type { CmsWriter } from '../cmsTypes.js'
import type { CmsEnvironment } from './environment.js'
import type { LocalApi } from './localApi.js'

import { attachImagesInTransaction } from '../../operations/attachments/attachImagesInTransaction.js'
import { parseHostId } from '../../access/hostIds.js'
import { slugs } from '../../slugs.js'
import { PermanentNodeError } from '../errors.js'
import { contentHash } from './effectLedger.js'

/** Attaches images to a document behind those it has; what is in the ledger already is not done again. */
export function createAttachmentWriter({
  environment: { payload, tx, user, effects, job },
  api,
}: {
  environment: CmsEnvironment
  api: LocalApi
}): CmsWriter['attachImages'] {
  return async ({ slot, collection, documentId, imageIds, setFirstAsPrimary }) => {
    const claim = await effects.claim(slot)
    const hash = contentHash({ collection, documentId, imageIds, setFirstAsPrimary })
    // A person may have detached one since; a repeated completion must not bring it back.
    if (claim.kind === 'existing' && claim.contentHash === hash) {
      return { attached: imageIds.length }
    }
    const id = parseHostId({ payload, collection, value: documentId })
    if (id === null || !(await api.find({ collection, id }))) {
      throw new PermanentNodeError({
        code: 'document_missing',
        message: `Document ${documentId} of «${collection}» no longer exists, so no images were attached to it. Skip this node, or run the node that writes the documents again.`,
      })
    }
    const result = await attachImagesInTransaction({
      tx,
      payload,
      user,
      collection,
      documentId: id,
      imageIds,
      setFirstAsPrimary,
      execution: job.executionId,
      nodeId: job.nodeId,
    })
    // Under the attachments' slug: the document itself was made by another slot.
    await effects.record(slot, {
      collection: slugs.attachments,
      documentId: String(documentId),
      contentHash: hash,
    })
    return result
  }
}
