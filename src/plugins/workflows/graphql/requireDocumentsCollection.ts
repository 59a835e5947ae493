import type { PayloadRequest } from 'payload'

import { getPluginContext } from '../pluginContext.js'
import { NotFoundError } from '../runtime/errors.js'

/** REST has these routes on documents collections only; GraphQL takes the slug from outside. */
export function requireDocumentsCollection({
  req,
  collection,
}: {
  req: PayloadRequest
  collection: unknown
}): string {
  const { documents } = getPluginContext(req.payload).options
  const known = documents.find((option) => option.collection === collection)
  if (!known) throw new NotFoundError({ what: 'The collection' })
  return known.collection
}
