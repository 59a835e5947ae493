import type { FieldHook } from 'payload'

import { idOf } from '../../../plugins/workflows/access/hostIds.js'
import { membershipsFor } from '../../../plugins/workflows/access/memberships.js'
import { canEdit } from '../../../plugins/workflows/access/predicates.js'

/** A copy stays where the original is, unless the user may only look there: then it goes where they edit. */
export const keepEditableWorkspace: FieldHook = async ({ req, value }) =>
  canEdit(await membershipsFor({ req }), idOf(value)) ? (value as unknown) : null
