import type { PayloadRequest } from 'payload'

import type { AttachmentRow } from './attachmentSql.js'

import { parseHostId, sameId } from '../../access/hostIds.js'
import { getPluginContext } from '../../pluginContext.js'
import { NotFoundError } from '../../runtime/errors.js'

/** The rows of the named images. @throws NotFoundError that lists those that are not attached. */
export function requireAttached({
  req,
  rows,
  imageIds,
}: {
  req: PayloadRequest
  rows: AttachmentRow[]
  imageIds: unknown[]
}): AttachmentRow[] {
  const { media } = getPluginContext(req.payload).slugs
  const found = imageIds.map((value) => {
    const id = parseHostId({ payload: req.payload, collection: media, value })
    return rows.find(({ imageId }) => id !== null && sameId(imageId, id))
  })
  const missing = imageIds.filter((_, index) => !found[index])
  if (missing.length > 0) {
    throw new NotFoundError({
      what: missing.length === 1 ? 'The attached image' : `${missing.length} attached images`,
      code: 'images_not_found',
      data: { ids: missing },
    })
  }
  return found.filter((row) => row !== undefined)
}
