import type { Transaction } from '../../db/withTransaction.js'
import type { JsonObject } from '../../graph/types.js'
import type { Engine } from '../../runtime/engine.js'
import type { ReviewItem } from '../../runtime/reviewItems.js'

import { asSlug, idOf } from '../../access/hostIds.js'
import { requireUser } from '../../access/requireUser.js'
import { mapPayloadError } from '../../runtime/cms/mapPayloadError.js'
import { reviewData } from '../../runtime/cms/reviewData.js'
import {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  PermanentNodeError,
  RetryLaterError,
} from '../../runtime/errors.js'

/**
 * Brings a reviewer's edits into the documents, with the reviewer's rights.
 * @throws ForbiddenError, ConflictError `document_locked`, InvalidInputError with the edit's place
 */
export async function writeReviewEdits({
  engine: { payload, site },
  tx,
  items,
  edits,
}: {
  engine: Engine
  tx: Transaction
  items: ReviewItem[]
  edits: { jobId: string; data: JsonObject }[]
}): Promise<void> {
  const reviewer = requireUser(tx.req)
  for (const [index, { jobId, data }] of edits.entries()) {
    const item = items.find((candidate) => candidate.jobId === jobId)?.item
    const id = idOf(item?.document_id)
    const target = site.options.documents.find(({ collection }) => collection === item?.collection)
    // An item without a document (a text of a host's node) is edited in the review's output only.
    if (id === null || !target) continue
    const { collection } = target
    try {
      await payload.update({
        collection: asSlug(collection),
        id,
        data: await reviewData({ payload, target, data }),
        depth: 0,
        overrideAccess: false,
        overrideLock: false,
        req: tx.req,
        user: tx.req.user,
      })
    } catch (error) {
      throw asRefusal({
        error: mapPayloadError({
          error,
          action: 'update',
          what: 'document',
          collection,
          user: reviewer,
        }),
        path: `edits[${index}].data`,
      })
    }
  }
}

/** What would fail or delay a node is, to a person who waits for an answer, a refused request. */
function asRefusal({ error, path }: { error: unknown; path: string }): unknown {
  if (error instanceof RetryLaterError) {
    return new ConflictError({
      code: 'document_locked',
      message: 'Somebody is editing this document just now. Try again when they are done.',
    })
  }
  if (!(error instanceof PermanentNodeError)) return error
  const { code, message } = error
  if (code === 'forbidden') return new ForbiddenError({ message })
  return new InvalidInputError({ code, issues: [{ code, message, path }] })
}
