import type { CmsWriter } from '../cmsTypes.js'
import type { CmsEnvironment } from './environment.js'
import type { LocalApi } from './localApi.js'

import { PermanentNodeError } from '../errors.js'
import { documentData, documentTitle, effectiveStatus, hasDrafts } from './documentData.js'
import { contentHash } from './effectLedger.js'
import { writeOnce } from './writeOnce.js'

/** Writes a copy as a native document of the target collection. */
export function createDocumentWriter({
  environment,
  api,
}: {
  environment: CmsEnvironment
  api: LocalApi
}): CmsWriter['createDocument'] {
  const { payload, options, job } = environment
  return async ({ slot, collection, ...content }) => {
    const target = options.documents.find((documents) => documents.collection === collection)
    if (!target) {
      const known = options.documents.map((documents) => documents.collection).join(', ')
      throw new PermanentNodeError({
        code: 'unknown_collection',
        message: `Workflows do not write to «${collection}». Collections they may write to: ${known}.`,
      })
    }
    refuseLiveTest({ isLive: !hasDrafts({ payload, collection }) && !target.statusField })
    const data = await documentData({ environment, target, content })
    const write = {
      collection,
      data,
      draft: effectiveStatus(content.status, job) !== 'published',
    }
    const document = await writeOnce({
      environment,
      api,
      slot,
      collection,
      contentHash: contentHash({ collection, test: job.test, ...content }),
      create: () => api.create(write),
      update: (id) => api.update({ ...write, id }),
    })
    const title = documentTitle({ payload, target, title: content.title, job })
    return { collection, id: document.id, title }
  }

  function refuseLiveTest({ isLive }: { isLive: boolean }) {
    if (!job.test || !isLive) return
    throw new PermanentNodeError({
      code: 'test_needs_drafts',
      message:
        'A test run must not publish, and this collection has neither drafts nor a status field. Switch on its drafts, or launch for real.',
    })
  }
}
