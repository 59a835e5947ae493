import type { PayloadRequest } from 'payload'

import type { WorkflowTemplate } from '../../../../collections/workflow-templates/types.js'

import { toTemplate } from '../../../../collections/workflow-templates/types.js'
import { parseHostId } from '../../access/hostIds.js'
import { requireUser } from '../../access/requireUser.js'
import { ForbiddenError, NotFoundError } from '../../runtime/errors.js'
import { slugs } from '../../slugs.js'

/** @throws NotFoundError also for ids that cannot exist and for templates of other workspaces. */
export async function findTemplate({
  req,
  id,
  draft = false,
}: {
  req: PayloadRequest
  id: unknown
  /** The newest saved state instead of the published one. */
  draft?: boolean
}): Promise<WorkflowTemplate> {
  requireUser(req)
  const known = parseHostId({ payload: req.payload, collection: slugs.templates, value: id })
  const found =
    known === null
      ? null
      : await req.payload.findByID({
          collection: slugs.templates,
          id: known,
          depth: 0,
          disableErrors: true,
          draft,
          overrideAccess: false,
          req,
          user: req.user,
        })
  if (!found) throw new NotFoundError({ what: 'The template' })
  return toTemplate(found)
}

/** System templates are the same on every site and follow the plugin's version. */
export function refuseSystemTemplate(template: WorkflowTemplate, change: string): void {
  if (template.isSystem !== true) return
  throw new ForbiddenError({
    code: 'system_template',
    message: `"${template.name ?? 'This template'}" comes with the plugin and cannot be ${change}. Clone it and change the copy.`,
  })
}
