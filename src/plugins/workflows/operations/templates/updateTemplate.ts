import type { PayloadRequest } from 'payload'

import type { WorkflowTemplate } from '../../../../collections/workflow-templates/types.js'
import type { NewTemplate } from './createTemplate.js'

import { toTemplate, toTemplateData } from '../../../../collections/workflow-templates/types.js'
import { requireWorkspaceRole } from '../../access/requireWorkspaceRole.js'
import { withTransaction } from '../../db/withTransaction.js'
import { getPluginContext } from '../../pluginContext.js'
import { slugs } from '../../slugs.js'
import { findProblems, requireValid } from './checkTemplate.js'
import { findTemplate, refuseSystemTemplate } from './findTemplate.js'
import { presentDetail, type TemplateDetail } from './present.js'
import { targetWorkspace } from './targetWorkspace.js'

/**
 * Publishes the template with some parts changed. Whoever calls this saw the published state, so that
 * is what the changes go on top of. Work that lies saved as a newer draft is neither published by
 * accident nor pushed into the history: it becomes the newest draft again.
 */
export async function updateTemplate({
  req,
  id,
  changes,
}: {
  req: PayloadRequest
  id: unknown
  changes: Partial<NewTemplate>
}): Promise<TemplateDetail> {
  const current = await findTemplate({ req, id })
  refuseSystemTemplate(current, 'changed')
  const where = current.workspace ?? null
  await requireWorkspaceRole({ req, workspace: where, role: 'editor', what: 'The template' })
  const { workspace: given, ...parts } = changes
  const workspace =
    given === undefined || given === null ? where : await targetWorkspace({ req, given })

  const newest = await findTemplate({ req, id, draft: true })
  const wasPublished = current._status === 'published'
  const base = wasPublished ? current : newest
  const context = getPluginContext(req.payload)
  const content = requireValid(
    findProblems({ context, content: { ...contentOf(base), ...withoutGaps(parts) } }),
  )
  const published = { ...textsOf(base), ...withoutGaps(parts), ...content, workspace }
  const pending = wasPublished && newest._status === 'draft' && parts.graph === undefined

  return withTransaction({ payload: req.payload, req }, async ({ req: inside }) => {
    const save = async (data: Partial<WorkflowTemplate>) =>
      req.payload.update({
        collection: slugs.templates,
        id: current.id,
        data: toTemplateData(data),
        depth: 0,
        draft: data._status === 'draft',
        overrideAccess: false,
        req: inside,
        user: req.user,
      })
    const saved = await save({ ...published, _status: 'published' })
    if (pending) {
      const kept = { ...textsOf(newest), ...contentOf(newest), ...withoutGaps(parts) }
      await save({ ...(kept as Partial<WorkflowTemplate>), workspace, _status: 'draft' })
    }
    return presentDetail(toTemplate(saved))
  })
}

const textsOf = ({ name, description, category }: WorkflowTemplate) => ({
  name,
  description,
  category,
})

const contentOf = ({ graph, inputs, defaultParams }: WorkflowTemplate) => ({
  graph: graph ?? { nodes: [], edges: [] },
  inputs: inputs ?? [],
  defaultParams: defaultParams ?? {},
})

/** A part that was not sent must not erase the one that is there. */
function withoutGaps<Parts extends object>(parts: Parts): Parts {
  return Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined),
  ) as Parts
}
