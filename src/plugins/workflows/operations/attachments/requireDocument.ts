import type { PayloadRequest } from 'payload'

import type { SanitizedDocuments } from '../../sanitizeOptions.js'
import type { HostId } from '../../runtime/cmsTypes.js'

import { asSlug, idOf, parseHostId } from '../../access/hostIds.js'
import { requireUser } from '../../access/requireUser.js'
import { getPluginContext } from '../../pluginContext.js'
import { ForbiddenError, NotFoundError } from '../../runtime/errors.js'
import { mayUpdate } from './mayUpdate.js'

export interface KnownDocument {
  collection: string
  id: HostId
  workspace: HostId | null
}

/**
 * A document that the user may read, and for `write` also change, by the host's own rules.
 * @throws NotFoundError, ForbiddenError
 */
export async function requireDocument({
  req,
  collection,
  id,
  to,
}: {
  req: PayloadRequest
  collection: string
  id: unknown
  to: 'read' | 'write'
}): Promise<KnownDocument> {
  requireUser(req)
  const option = documentsOption(req, collection)
  const known = parseHostId({ payload: req.payload, collection, value: id })
  const doc = known === null ? null : await readDocument({ req, collection, id: known })
  if (known === null || !doc) throw new NotFoundError({ what: 'The document' })
  if (to === 'write' && !(await mayUpdate({ req, collection, id: known, doc }))) {
    // A condition does not hold for a row that was deleted a moment ago either; that is a 404.
    if (!(await readDocument({ req, collection, id: known }))) {
      throw new NotFoundError({ what: 'The document' })
    }
    throw new ForbiddenError({
      code: 'role_too_low',
      message:
        'You may look at this document, but not change its images. Ask somebody who edits it, or an owner of its workspace.',
    })
  }
  return {
    collection,
    id: known,
    workspace: option.workspaceField ? idOf(doc[option.workspaceField]) : null,
  }
}

async function readDocument({
  req,
  collection,
  id,
}: {
  req: PayloadRequest
  collection: string
  id: HostId
}): Promise<Record<string, unknown> | null> {
  const found = await req.payload.findByID({
    collection: asSlug(collection),
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    req,
    user: req.user,
  })
  return found as unknown as Record<string, unknown> | null
}

/** Collections that the options do not name have no attachments, whatever else they are. */
export function documentsOption(req: PayloadRequest, collection: string): SanitizedDocuments {
  const option = getPluginContext(req.payload).options.documents.find(
    (documents) => documents.collection === collection,
  )
  if (!option) throw new NotFoundError({ what: 'The document' })
  return option
}
