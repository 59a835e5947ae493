import { listNodeTypes } from '../../operations/templates/listNodeTypes.js'
import { defineEndpoint } from '../defineEndpoint.js'

export const listNodeTypesEndpoint = () =>
  defineEndpoint({
    method: 'get',
    path: '/workflows/node-types',
    handler: ({ req }) => Promise.resolve({ body: listNodeTypes({ req }) }),
  })
