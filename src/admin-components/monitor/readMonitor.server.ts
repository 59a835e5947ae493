import type { PayloadRequest } from 'payload'

import type { TemplateInput, WorkflowGraph } from '../../plugins/workflows/graph/types.js'
import type { MonitorProps } from './types.js'

import { getTranslation } from '@payloadcms/translations'

import { requireWorkspaceRole } from '../../plugins/workflows/access/requireWorkspaceRole.js'
import { readExecution } from '../../plugins/workflows/operations/executions/readExecution.js'
import { getPluginContext } from '../../plugins/workflows/pluginContext.js'
import { ForbiddenError, NotFoundError } from '../../plugins/workflows/runtime/errors.js'
import { createSay } from '../../plugins/workflows/translations/nodeTexts/createSay.js'
import { translateSpecs } from '../../plugins/workflows/translations/nodeTexts/translateSpecs.js'
import { describeFlow } from '../flow/describeFlow.js'
import { itemCosts } from './itemCosts.server.js'
import { chosenDocuments, readContextChoice } from './readContextChoice.server.js'

/** What the engine keeps of a launch; its own writing, so its shape is known. */
interface Kept {
  snapshot?: { graph?: WorkflowGraph; inputs?: TemplateInput[] } | null
  contextDocuments?: unknown
  referenceFiles?: unknown
  launchedBy?: unknown
  project?: unknown
}

/** Everything the monitor shows first, with the user's rights. Null when there is no such execution for them. */
export async function readMonitor({
  req,
  id,
  review,
}: {
  req: PayloadRequest
  id: unknown
  /** As it stands in the address. */
  review?: unknown
}): Promise<MonitorProps | null> {
  const context = getPluginContext(req.payload)
  const { slugs } = context
  const specs = translateSpecs({ specs: context.specs, say: createSay(req.i18n) })
  try {
    const initial = await readExecution({ req, id })
    const kept = (await req.payload.findByID({
      collection: slugs.executions,
      id: initial.id,
      depth: 1,
      disableErrors: true,
      overrideAccess: false,
      req,
      select: {
        snapshot: true,
        contextDocuments: true,
        referenceFiles: true,
        launchedBy: true,
        ...(slugs.projects && { project: true }),
      },
      user: req.user,
    })) as Kept | null
    const graph = kept?.snapshot?.graph ?? { nodes: [], edges: [] }
    const inputs = kept?.snapshot?.inputs ?? []
    const chosen = chosenDocuments(kept?.contextDocuments)
    return {
      initial,
      graph: describeFlow({ graph, specs, params: initial.params }),
      inputs,
      names: {
        launchedBy: nameOf(kept?.launchedBy),
        project: nameOf(kept?.project),
        collections: Object.fromEntries(
          context.options.documents.map(({ collection }) => [
            collection,
            labelOf({ req, collection }),
          ]),
        ),
      },
      slugs: { executions: slugs.executions, media: slugs.media, templates: slugs.templates },
      refusal: await refusalOf({ req, workspace: initial.workspace }),
      madeFrom: {
        documents: chosen.ids.length,
        files: Array.isArray(kept?.referenceFiles) ? kept.referenceFiles.length : 0,
      },
      review: typeof review === 'string' ? review : null,
      context: await readContextChoice({ req, chosen }),
      itemCosts: itemCosts({ context, graph, inputs, params: initial.params }),
      now: Date.now(),
    }
  } catch (error) {
    if (error instanceof NotFoundError) return null
    throw error
  }
}

async function refusalOf({
  req,
  workspace,
}: {
  req: PayloadRequest
  workspace: string | number | null
}): Promise<string | null> {
  try {
    await requireWorkspaceRole({ req, workspace, role: 'editor' })
    return null
  } catch (error) {
    if (error instanceof ForbiddenError) return error.message
    throw error
  }
}

/** Whatever the host calls its people and projects; an id alone is no name. */
function nameOf(related: unknown): string | null {
  if (related === null || typeof related !== 'object') return null
  const { name, title, email } = related as { name?: unknown; title?: unknown; email?: unknown }
  for (const word of [name, title, email]) if (typeof word === 'string' && word) return word
  return null
}

function labelOf({ req, collection }: { req: PayloadRequest; collection: string }): string {
  const label = req.payload.config.collections.find(({ slug }) => slug === collection)?.labels
    .plural
  return label ? getTranslation(label, req.i18n) : collection
}
