import type { Endpoint } from 'payload'

import { attachImages } from '../../operations/attachments/attachImages.js'
import { detachImage } from '../../operations/attachments/detachImage.js'
import { listAttachments } from '../../operations/attachments/listAttachments.js'
import { reorderImages } from '../../operations/attachments/reorderImages.js'
import { setCaption } from '../../operations/attachments/setCaption.js'
import { setPrimaryImage } from '../../operations/attachments/setPrimaryImage.js'
import { defineEndpoint } from '../defineEndpoint.js'
import { parseInput } from '../parseInput.js'
import { attachSchema, captionSchema, orderSchema } from './schemas.js'

/** For `endpoints` of a documents collection: Payload looks only there for paths below its slug. */
export function attachmentEndpoints(collection: string): Endpoint[] {
  const path = '/:id/attachments'
  return [
    defineEndpoint({
      method: 'get',
      path,
      collection,
      handler: async ({ req, params }) => ({
        body: await listAttachments({ req, collection, id: params.id }),
      }),
    }),
    defineEndpoint({
      method: 'post',
      path,
      collection,
      handler: async ({ req, params, body }) => {
        const { imageIds, setFirstAsPrimary } = parseInput(attachSchema, body)
        const list = await attachImages({
          req,
          collection,
          id: params.id,
          imageIds,
          setFirstAsPrimary: setFirstAsPrimary ?? false,
        })
        return { body: list }
      },
    }),
    // Before `:imageId`, which would take "order" for an id.
    defineEndpoint({
      method: 'put',
      path: `${path}/order`,
      collection,
      handler: async ({ req, params, body }) => {
        const { imageIds } = parseInput(orderSchema, body)
        return { body: await reorderImages({ req, collection, id: params.id, imageIds }) }
      },
    }),
    defineEndpoint({
      method: 'put',
      path: `${path}/:imageId/primary`,
      collection,
      handler: async ({ req, params }) => ({
        body: await setPrimaryImage({ req, collection, id: params.id, imageId: params.imageId }),
      }),
    }),
    defineEndpoint({
      method: 'patch',
      path: `${path}/:imageId`,
      collection,
      handler: async ({ req, params, body }) => {
        const { caption } = parseInput(captionSchema, body)
        const { id, imageId } = params
        return { body: await setCaption({ req, collection, id, imageId, caption }) }
      },
    }),
    defineEndpoint({
      method: 'delete',
      path: `${path}/:imageId`,
      collection,
      handler: async ({ req, params }) => {
        await detachImage({ req, collection, id: params.id, imageId: params.imageId })
        return { status: 204 }
      },
    }),
  ]
}
