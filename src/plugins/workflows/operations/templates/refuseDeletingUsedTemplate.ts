import type { PayloadRequest } from 'payload'

import type { HostId } from '../../runtime/cmsTypes.js'

import { ConflictError, NotFoundError } from '../../runtime/errors.js'
import { countActiveExecutions } from '../executions/countActive.js'
import { lockTemplate } from './lockTemplate.js'

/**
 * Locks the row first: a launch that is under way holds a reference to it, so that we count after it
 * committed; one that comes later waits, and finds no template.
 */
export async function refuseDeletingUsedTemplate({
  req,
  id,
}: {
  req: PayloadRequest
  id: HostId
}): Promise<void> {
  // Payload itself stumbles when somebody else deleted it while this waited for the lock.
  if (!(await lockTemplate({ req, id }))) throw new NotFoundError({ what: 'The template' })
  const active = await countActiveExecutions({ req, templateId: id })
  if (active === 0) return
  throw new ConflictError({
    code: 'template_in_use',
    message: `This template is in use by ${active} ${active === 1 ? 'execution that has' : 'executions that have'} not ended. Stop ${active === 1 ? 'it' : 'them'} or wait, then delete the template.`,
    data: { activeExecutions: active },
  })
}
