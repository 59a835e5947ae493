import { listModels } from '../../operations/templates/listModels.js'
import { defineEndpoint } from '../defineEndpoint.js'

/** Not in api.md: for the builder's model control. */
export const listModelsEndpoint = () =>
  defineEndpoint({
    method: 'get',
    path: '/workflows/models',
    handler: async ({ req }) => ({ body: await listModels({ req }) }),
  })
