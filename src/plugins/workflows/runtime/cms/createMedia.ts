import { createHash } from 'node:crypto'

import type { CmsWriter, CreatedMedia } from '../cmsTypes.js'
import type { CmsEnvironment } from './environment.js'
import type { HostDocument, LocalApi } from './localApi.js'

import { hasDrafts, placeOf } from './documentData.js'
import { contentHash } from './effectLedger.js'
import { writeOnce } from './writeOnce.js'

const EXTENSIONS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' } as const

/** Every file a workflow made begins with it; what has no row behind it may be swept. */
export const MEDIA_PREFIX = 'wf-'

/** Stores an image through the site's own upload collection, so that sizes, adapters and hooks apply. */
export function createMediaWriter({
  environment,
  api,
}: {
  environment: CmsEnvironment
  api: LocalApi
}): CmsWriter['createMedia'] {
  const { payload, options, job } = environment
  const { collection, altField } = options.media
  return async ({ slot, bytes, mimeType, alt }) => {
    const sha = createHash('sha256').update(bytes).digest('hex')
    const isDraft = job.test && hasDrafts({ payload, collection })
    const write = {
      collection,
      data: {
        [altField]: alt,
        ...placeOf({ environment, target: options.media }),
        ...(hasDrafts({ payload, collection }) && { _status: isDraft ? 'draft' : 'published' }),
      },
      draft: isDraft,
      file: {
        data: bytes,
        mimetype: mimeType,
        // The same after a crash: the file is written before its row, and is then written over.
        name: fileName({ job, sha, extension: EXTENSIONS[mimeType] }),
        size: bytes.length,
      },
    }
    const media = await writeOnce({
      environment,
      api,
      slot,
      collection,
      contentHash: contentHash({ sha, alt, test: job.test }),
      create: () => api.create(write),
      update: (id) => api.update({ ...write, id }),
    })
    return createdMedia({ collection, alt, media })
  }
}

function fileName({
  job: { executionId, nodeId, index },
  sha,
  extension,
}: {
  job: CmsEnvironment['job']
  sha: string
  extension: string
}): string {
  // The random end of the id: its beginning is a clock that all launches of a minute share.
  const parts = [executionId.slice(-12), nodeId, index, sha.slice(0, 8)]
  return `${MEDIA_PREFIX}${parts.join('-')}.${extension}`
}

function createdMedia({
  collection,
  alt,
  media: { id, url, width, height },
}: {
  collection: string
  alt: string
  media: HostDocument
}): CreatedMedia {
  return {
    collection,
    id,
    url: typeof url === 'string' ? url : '',
    alt,
    width: typeof width === 'number' ? width : 0,
    height: typeof height === 'number' ? height : 0,
  }
}
