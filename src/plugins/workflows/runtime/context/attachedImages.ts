import type { Payload } from 'payload'

import type { ActingUser } from '../../options.js'
import type { SanitizedOptions } from '../../sanitizeOptions.js'
import type { HostId } from '../cmsTypes.js'
import type { ContextSource } from '../nodeContext.js'
import type { UploadDocument } from './readUpload.js'

import { asSlug } from '../../access/hostIds.js'
import { slugs } from '../../slugs.js'

import { imageTypeOf, scaleImage } from './imageBytes.js'
import { readUpload } from './readUpload.js'

/** Pictures cost about 1,000 tokens each; five show what a document looks like. */
const MAX_IMAGES = 5

type SourceImages = ContextSource['images']

/** The images attached to a document, made small, the primary one first. Unreadable ones are left out. */
export async function findAttachedImages({
  payload,
  user,
  options,
  collection,
  id,
}: {
  payload: Payload
  user: ActingUser
  options: Pick<SanitizedOptions, 'media'>
  collection: string
  id: HostId
}): Promise<SourceImages> {
  const { docs } = await payload.find({
    collection: asSlug(slugs.attachments),
    where: {
      and: [{ documentCollection: { equals: collection } }, { documentId: { equals: String(id) } }],
    },
    sort: ['-isPrimary', 'order'],
    limit: MAX_IMAGES,
    pagination: false,
    // Populated as this user: an image the user may not read stays an id and is left out.
    depth: 1,
    overrideAccess: false,
    user,
    disableErrors: true,
  })
  const images: SourceImages = []
  for (const attachment of docs) {
    const { image } = attachment as unknown as { image: unknown }
    const read = await readImage({ payload, user, options, image })
    if (read) images.push(read)
  }
  return images
}

async function readImage({
  payload,
  user,
  options: { media },
  image,
}: {
  payload: Payload
  user: ActingUser
  options: Pick<SanitizedOptions, 'media'>
  image: unknown
}): Promise<SourceImages[number] | null> {
  if (typeof image !== 'object' || image === null) return null
  // Populated by Payload: an upload's document, whose fields are looked up by name.
  const fields = image as UploadDocument
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
  const filename = text('filename')
  try {
    const { sharp } = payload.config
    if (!sharp) throw new Error('the site has no sharp in its config')
    const bytes = await readUpload({ payload, user, collection: media.collection, doc: fields })
    if (!bytes || !imageTypeOf(bytes))
      throw new Error('its file is missing or no PNG, JPEG or WebP')
    return { ...(await scaleImage({ sharp, bytes })), alt: text(media.altField) || filename }
  } catch (error) {
    // A picture adds to a document; the text is what the copy needs.
    payload.logger.warn({
      msg: `payload-workflows: the attached image «${filename}» is left out of the context`,
      err: error,
    })
    return null
  }
}
