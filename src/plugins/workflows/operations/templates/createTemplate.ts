import type { PayloadRequest } from 'payload'

import type { WorkflowTemplate } from '../../../../collections/workflow-templates/types.js'
import type { UncheckedContent } from './checkTemplate.js'

import { toTemplate, toTemplateData } from '../../../../collections/workflow-templates/types.js'
import { requireUser } from '../../access/requireUser.js'
import { getPluginContext } from '../../pluginContext.js'
import { slugs } from '../../slugs.js'
import { findProblems, requireValid } from './checkTemplate.js'
import { presentDetail, type TemplateDetail } from './present.js'
import { targetWorkspace } from './targetWorkspace.js'

export interface NewTemplate extends UncheckedContent {
  name: string
  description?: string
  category: NonNullable<WorkflowTemplate['category']>
  workspace?: unknown
}

/** Makes a published template, so what it is given must be valid. */
export async function createTemplate({
  req,
  input,
}: {
  req: PayloadRequest
  input: NewTemplate
}): Promise<TemplateDetail> {
  requireUser(req)
  const context = getPluginContext(req.payload)
  const workspace = await targetWorkspace({ req, given: input.workspace })
  const content = requireValid(findProblems({ context, content: input }))
  const { name, description = '', category } = input
  return insertTemplate({
    req,
    data: { name, description, category, workspace, ...content, _status: 'published' },
  })
}

/** As the user; access functions and hooks have the last word. */
export async function insertTemplate({
  req,
  data,
}: {
  req: PayloadRequest
  data: Partial<WorkflowTemplate>
}): Promise<TemplateDetail> {
  const created = await req.payload.create({
    collection: slugs.templates,
    data: toTemplateData(data),
    depth: 0,
    draft: data._status === 'draft',
    overrideAccess: false,
    req,
    user: req.user,
  })
  return presentDetail(toTemplate(created))
}
