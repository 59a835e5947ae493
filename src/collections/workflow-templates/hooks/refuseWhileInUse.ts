import type { CollectionBeforeDeleteHook } from 'payload'

import { refuseDeletingUsedTemplate } from '../../../plugins/workflows/operations/templates/refuseDeletingUsedTemplate.js'

/** In a hook, so that Payload's own delete, single and bulk, keeps to it as well. */
export const refuseWhileInUse: CollectionBeforeDeleteHook = ({ id, req }) =>
  refuseDeletingUsedTemplate({ req, id })
