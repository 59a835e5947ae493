import type { PayloadRequest } from 'payload'

import type { HostId } from '../../runtime/cmsTypes.js'

import { asSlug, idOf, parseHostId, sameId } from '../../access/hostIds.js'
import { isImageType } from '../../fields/imageTypes.js'
import { getPluginContext } from '../../pluginContext.js'
import { InvalidInputError, NotFoundError } from '../../runtime/errors.js'

interface MediaDocument {
  id: HostId
  mimeType?: string | null
  filesize?: number | null
  filename?: string | null
  [field: string]: unknown
}

/**
 * Images that may be attached to a document, all or none: readable by the user, of the document's
 * workspace, images, and not too large. Each id once, in the order given.
 * @throws NotFoundError (`images_not_found`), InvalidInputError
 */
export async function requireImages({
  req,
  ids,
  workspace,
}: {
  req: PayloadRequest
  ids: unknown[]
  workspace: HostId | null
}): Promise<HostId[]> {
  const { media, limits } = getPluginContext(req.payload).options
  const parsed = ids.map((value) => ({
    value,
    id: parseHostId({ payload: req.payload, collection: media.collection, value }),
  }))
  const wanted = [...new Map(parsed.map(({ id }) => [String(id), id])).values()].filter(
    (id): id is HostId => id !== null,
  )
  const found = await readMedia({ req, collection: media.collection, ids: wanted })
  const usable = (id: HostId | null) => {
    const image = id === null ? undefined : found.get(String(id))
    if (!image) return false
    const own = media.workspaceField ? idOf(image[media.workspaceField]) : null
    // An image of another workspace is answered like one that does not exist.
    return own === null || workspace === null || sameId(own, workspace)
  }
  const missing = parsed.filter(({ id }) => !usable(id)).map(({ value }) => value)
  if (missing.length > 0) {
    const what = missing.length === 1 ? 'An image' : `${missing.length} images`
    throw new NotFoundError({ what, code: 'images_not_found', data: { ids: missing } })
  }
  refuse({
    code: 'not_an_image',
    wanted,
    // By what the media document says, which the host's upload has checked.
    isWrong: (image) => !isImageType(image?.mimeType),
    say: (name) => `${name} is no PNG, JPEG, WebP, GIF or AVIF image.`,
    found,
  })
  const megabytes = Math.round((limits.attachmentBytes / 1024 / 1024) * 10) / 10
  refuse({
    code: 'image_too_large',
    wanted,
    isWrong: (image) => (image?.filesize ?? 0) > limits.attachmentBytes,
    say: (name) => `${name} is larger than ${megabytes} MB.`,
    found,
  })
  return wanted
}

async function readMedia({
  req,
  collection,
  ids,
}: {
  req: PayloadRequest
  collection: string
  ids: HostId[]
}): Promise<Map<string, MediaDocument>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: asSlug(collection),
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    pagination: false,
    req,
    user: req.user,
    where: { id: { in: ids } },
  })
  return new Map(docs.map((doc) => [String(doc.id), doc as unknown as MediaDocument]))
}

function refuse({
  code,
  wanted,
  found,
  isWrong,
  say,
}: {
  code: string
  wanted: HostId[]
  found: Map<string, MediaDocument>
  isWrong: (image: MediaDocument | undefined) => boolean
  say: (name: string) => string
}): void {
  const wrong = wanted.flatMap((id, index) => {
    const image = found.get(String(id))
    return isWrong(image) ? [{ id, index, name: image?.filename ?? `Image ${id}` }] : []
  })
  if (wrong.length === 0) return
  throw new InvalidInputError({
    code,
    issues: wrong.map(({ index, name }) => ({
      code,
      message: say(`"${name}"`),
      path: `imageIds[${index}]`,
    })),
    data: { ids: wrong.map(({ id }) => id) },
  })
}
