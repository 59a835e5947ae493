import { Forbidden, type PayloadRequest } from 'payload'

import { requireWorkspaceRole } from '../../access/requireWorkspaceRole.js'
import { slugs } from '../../slugs.js'
import { findTemplate, refuseSystemTemplate } from './findTemplate.js'

/** Executions keep their snapshot of the template; only those that have not ended stand in the way. */
export async function deleteTemplate({
  req,
  id,
}: {
  req: PayloadRequest
  id: unknown
}): Promise<void> {
  const template = await findTemplate({ req, id })
  refuseSystemTemplate(template, 'deleted')
  const workspace = template.workspace ?? null
  await requireWorkspaceRole({ req, workspace, role: 'editor', what: 'The template' })
  try {
    await req.payload.delete({
      collection: slugs.templates,
      id: template.id,
      depth: 0,
      overrideAccess: false,
      req,
      user: req.user,
    })
  } catch (error) {
    // Payload says the same of a row that somebody else has just deleted; that is a 404.
    if (error instanceof Forbidden) await findTemplate({ req, id })
    throw error
  }
}
