import type { BuilderDocument, Edit } from '../store/types.js'

import { canonicalJson } from '../../../plugins/workflows/graph/canonicalJson.js'

/** Another workflow in place of this one (an import, a system template), as one step that undo takes back. */
export const replaceDocument =
  (next: BuilderDocument): Edit =>
  (document) =>
    canonicalJson(next) === canonicalJson(document) ? document : next
