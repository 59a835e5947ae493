import type { PayloadRequest } from 'payload'

import type { Id } from '../../client/types.js'
import type { LaunchAgain } from '../active-workflows/context.js'

import { asSlug } from '../../plugins/workflows/access/hostIds.js'
import { getPluginContext } from '../../plugins/workflows/pluginContext.js'

interface Chosen {
  mode: 'all' | 'selected' | 'none'
  ids: Id[]
}

/** What the engine keeps of a launch's context. */
export function chosenDocuments(kept: unknown): Chosen {
  const { mode, ids } = (kept ?? {}) as Partial<Chosen>
  return {
    mode: mode === 'all' || mode === 'selected' ? mode : 'none',
    ids: Array.isArray(ids) ? ids : [],
  }
}

/** With the titles that the launch dialog shows; what is gone or may not be read is left out. */
export async function readContextChoice({
  req,
  chosen: { mode, ids },
}: {
  req: PayloadRequest
  chosen: Chosen
}): Promise<LaunchAgain['context']> {
  if (mode !== 'selected' || ids.length === 0) return { mode, documents: [] }
  const [documents] = getPluginContext(req.payload).options.documents
  const { docs } = await req.payload.find({
    collection: asSlug(documents.collection),
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    pagination: false,
    req,
    select: { [documents.titleField]: true },
    user: req.user,
    where: { id: { in: ids } },
  })
  return {
    mode,
    documents: docs.map((doc) => ({
      id: doc.id,
      title: String(new Map(Object.entries(doc)).get(documents.titleField) ?? doc.id),
    })),
  }
}
