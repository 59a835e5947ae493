import type { Endpoint } from 'payload'

import { readProvenance } from '../../operations/provenance/readProvenance.js'
import { defineEndpoint } from '../defineEndpoint.js'

/** For `endpoints` of a collection that workflows write to: Payload looks only there for paths below its slug. */
export function provenanceEndpoints(collection: string): Endpoint[] {
  return [
    defineEndpoint({
      method: 'get',
      path: '/:id/provenance',
      collection,
      handler: async ({ req, params }) => ({
        body: await readProvenance({ req, collection, id: params.id }),
      }),
    }),
  ]
}
