import type { CollectionBeforeValidateHook } from 'payload'

import { checkStoredTemplate } from '../../../plugins/workflows/operations/templates/checkStoredTemplate.js'

/**
 * Runs on every save, through whatever door. What is published must be a valid flow; a draft may hold
 * problems, but must be a flow at all.
 */
export const checkContent: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  const merged: Record<string, unknown> = { ...(originalDoc as object | undefined), ...data }
  checkStoredTemplate({
    payload: req.payload,
    content: {
      graph: merged.graph ?? { nodes: [], edges: [] },
      inputs: merged.inputs ?? [],
      defaultParams: merged.defaultParams ?? {},
    },
    published: merged._status === 'published',
  })
  return data
}
