import type { PayloadRequest, Where } from 'payload'

import type { ExecutionPlan } from '../../graph/types.js'
import type { HostId } from '../../runtime/cmsTypes.js'
import type { LaunchPlace } from './launchPlace.js'

import { asSlug } from '../../access/hostIds.js'
import { requireUser } from '../../access/requireUser.js'
import { getPluginContext } from '../../pluginContext.js'
import { findContextDocuments } from '../../runtime/context/findContextDocuments.js'
import { uploadCollections } from '../../runtime/context/readContextSources.js'
import { InvalidInputError } from '../../runtime/errors.js'

export interface ContextChoice {
  mode: 'all' | 'selected' | 'none'
  ids?: HostId[]
}

/** "All documents of the project" stops here: more would not fit into any prompt. */
const MAX_DOCUMENTS = 50

/**
 * The documents and files a launch gives to the model, fixed at launch. Every one must be readable by the
 * launching user, those named by nodes included.
 * @throws InvalidInputError `context_missing` with the ids.
 */
export async function requireLaunchContext({
  req,
  input,
  place,
  plan,
}: {
  req: PayloadRequest
  input: { contextDocuments?: ContextChoice; referenceFiles?: HostId[] }
  place: LaunchPlace
  plan: ExecutionPlan
}): Promise<{ documents: { mode: ContextChoice['mode']; ids: HostId[] }; files: HostId[] }> {
  const { options } = getPluginContext(req.payload)
  const { mode, ids: given = [] } = input.contextDocuments ?? { mode: 'none' }
  const collections = options.documents.map(({ collection }) => collection)
  const chosen = mode === 'selected' ? given : []
  const files = input.referenceFiles ?? []
  const [documents, uploads] = await Promise.all([
    missing(req, [...chosen, ...customDocuments(plan)], collections),
    missing(req, files, uploadCollections({ payload: req.payload, options })),
  ])
  refuse('contextDocuments.ids', 'context document', documents)
  refuse('referenceFiles', 'reference file', uploads)
  const ids = mode === 'all' ? await allDocuments({ req, place }) : chosen
  return { documents: { mode, ids }, files }
}

async function missing(
  req: PayloadRequest,
  references: HostId[],
  collections: string[],
): Promise<HostId[]> {
  if (references.length === 0) return []
  const found = await findContextDocuments({
    payload: req.payload,
    user: requireUser(req),
    references,
    collections,
  })
  return found.missing
}

function refuse(path: string, what: string, ids: HostId[]): void {
  if (ids.length === 0) return
  const many = ids.length > 1
  throw new InvalidInputError({
    code: 'context_missing',
    issues: ids.map((id) => ({
      code: 'context_missing',
      message: `The ${what} ${id} was not found, or you may not read it.`,
      path,
    })),
    message: `${ids.length} ${what}${many ? 's were' : ' was'} not found, or you may not read ${many ? 'them' : 'it'}: ${ids.join(', ')}.`,
    data: { ids },
  })
}

function customDocuments(plan: ExecutionPlan): HostId[] {
  return plan.nodes.flatMap(({ config }) =>
    config.contextMode === 'custom' && Array.isArray(config.contextDocuments)
      ? config.contextDocuments.filter((id): id is string => typeof id === 'string')
      : [],
  )
}

/** Of the project, else of the workspace; newest first. */
async function allDocuments({
  req,
  place,
}: {
  req: PayloadRequest
  place: LaunchPlace
}): Promise<HostId[]> {
  const [target] = getPluginContext(req.payload).options.documents
  const { collection, projectField, workspaceField } = target
  const where: Where =
    projectField && place.project !== null
      ? { [projectField]: { equals: place.project } }
      : workspaceField && place.workspace !== null
        ? { [workspaceField]: { equals: place.workspace } }
        : {}
  const { docs } = await req.payload.find({
    collection: asSlug(collection),
    depth: 0,
    limit: MAX_DOCUMENTS,
    overrideAccess: false,
    pagination: false,
    req,
    sort: '-updatedAt',
    user: req.user,
    where,
  })
  return docs.map((doc) => (doc as unknown as { id: HostId }).id)
}
