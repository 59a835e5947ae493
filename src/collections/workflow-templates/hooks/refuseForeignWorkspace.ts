import type { CollectionAfterChangeHook } from 'payload'

import { idOf } from '../../../plugins/workflows/access/hostIds.js'
import { requireWorkspaceRole } from '../../../plugins/workflows/access/requireWorkspaceRole.js'

/**
 * Access functions see what was sent, not what defaults, hooks and the source of a duplicate made of
 * it. This sees the row itself; throwing here rolls it back.
 */
export const refuseForeignWorkspace: CollectionAfterChangeHook = async ({
  doc,
  overrideAccess,
  req,
}) => {
  if (overrideAccess === false) {
    const workspace = idOf((doc as { workspace?: unknown }).workspace)
    await requireWorkspaceRole({ req, workspace, role: 'editor', what: 'The workspace' })
  }
  return doc as unknown
}
