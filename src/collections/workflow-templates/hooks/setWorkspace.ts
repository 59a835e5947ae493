import type { CollectionBeforeValidateHook } from 'payload'

import { defaultWorkspace } from '../../../plugins/workflows/access/defaultWorkspace.js'
import { idOf } from '../../../plugins/workflows/access/hostIds.js'
import { getPluginContext } from '../../../plugins/workflows/pluginContext.js'

/** A template belongs to a workspace from the first save on; only system templates belong to none. */
export const setWorkspace: CollectionBeforeValidateHook = async ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data || !getPluginContext(req.payload).slugs.workspaces) return data
  const before = idOf((originalDoc as { workspace?: unknown } | undefined)?.workspace)
  // Restoring an old version brings its content back, not the workspace it was in then.
  if (operation === 'update' && context.isRestoringVersion) return { ...data, workspace: before }
  if (data.isSystem === true || idOf(data.workspace) !== null) return data
  if (operation === 'update') return { ...data, workspace: before }
  return req.user ? { ...data, workspace: await defaultWorkspace({ req }) } : data
}
