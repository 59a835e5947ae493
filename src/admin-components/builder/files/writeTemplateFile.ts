import type { TemplateFile } from '../../../client/types.js'
import type { BuilderDocument } from '../store/types.js'

import { FILE_FORMAT, FILE_VERSION } from '../../../plugins/workflows/graph/templateFile.js'

export interface FileHead {
  name: string
  description: string
  category: string
}

/** The workflow as it stands on the canvas, saved or not, in the form that any site imports. */
export function writeTemplateFile({
  document: { graph, inputs, defaultParams },
  name,
  description,
  category,
}: FileHead & { document: BuilderDocument }): TemplateFile {
  const { nodes, edges, notes } = graph
  return {
    format: FILE_FORMAT,
    version: FILE_VERSION,
    name,
    description,
    category,
    graph: { nodes, edges, ...(notes.length > 0 && { notes }) },
    inputs,
    defaultParams,
  }
}
