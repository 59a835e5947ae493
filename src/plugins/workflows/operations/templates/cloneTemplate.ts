import type { PayloadRequest } from 'payload'

import { membershipsFor } from '../../access/memberships.js'
import { canEdit } from '../../access/predicates.js'
import { getPluginContext } from '../../pluginContext.js'
import { findProblems } from './checkTemplate.js'
import { insertTemplate } from './createTemplate.js'
import { findTemplate } from './findTemplate.js'
import { presentDetail, type TemplateDetail } from './present.js'
import { targetWorkspace } from './targetWorkspace.js'

/**
 * A copy of one's own, of a system template too: where the original is if the user edits there, else
 * in their own workspace. A draft with problems is copied as what it is.
 */
export async function cloneTemplate({
  req,
  id,
  name,
  workspace,
}: {
  req: PayloadRequest
  id: unknown
  name?: string
  workspace?: unknown
}): Promise<TemplateDetail> {
  const source = await findTemplate({ req, id })
  const nearby = source.workspace ?? null
  const staysThere = nearby !== null && canEdit(await membershipsFor({ req }), nearby)
  const target = await targetWorkspace({
    req,
    given: workspace ?? (staysThere ? nearby : undefined),
  })
  const { graph, inputs, defaultParams } = presentDetail(source)
  const content = { graph, inputs, defaultParams }
  const checked = findProblems({ context: getPluginContext(req.payload), content })
  return insertTemplate({
    req,
    data: {
      name: name ?? `${(source.name ?? 'Untitled').slice(0, 190)} (copy)`,
      description: source.description ?? '',
      category: source.category ?? 'Custom',
      workspace: target,
      ...(checked.content ?? content),
      _status: checked.content ? 'published' : 'draft',
    },
  })
}
