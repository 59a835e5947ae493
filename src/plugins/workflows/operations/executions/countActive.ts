import type { PayloadRequest } from 'payload'

import type { HostId } from '../../runtime/cmsTypes.js'

import { asSlug } from '../../access/hostIds.js'
import { slugs } from '../../slugs.js'

/** Executions of a template that have not ended. */
export async function countActiveExecutions({
  req,
  templateId,
}: {
  req: PayloadRequest
  templateId: HostId
}): Promise<number> {
  const { totalDocs } = await req.payload.count({
    collection: asSlug(slugs.executions),
    // As the system: an execution counts whether or not the user may see it.
    overrideAccess: true,
    req,
    where: {
      and: [
        { template: { equals: templateId } },
        { status: { in: ['pending', 'running', 'paused'] } },
      ],
    },
  })
  return totalDocs
}
