import { listCollections } from '../../operations/templates/listCollections.js'
import { defineEndpoint } from '../defineEndpoint.js'

/** Not in api.md: for the builder's collection and mapping controls. */
export const listCollectionsEndpoint = () =>
  defineEndpoint({
    method: 'get',
    path: '/workflows/collections',
    handler: async ({ req }) => ({ body: await listCollections({ req }) }),
  })
