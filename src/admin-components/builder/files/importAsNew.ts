import type { WorkflowsClient } from '../../../client/createWorkflowsClient.js'
import type { Id } from '../../../client/types.js'
import type { ReadFile } from './readTemplateFile.js'

import { WorkflowsApiError } from '../../../client/WorkflowsApiError.js'
import { slugs } from '../../../plugins/workflows/slugs.js'
import { writeTemplateFile } from './writeTemplateFile.js'

/** A template of its own: published when it is valid, else a draft to be mended. */
export async function importAsNew({
  api,
  read: { document, head, problems },
  name,
  categories,
}: {
  api: WorkflowsClient
  read: Extract<ReadFile, { kind: 'read' }>
  name: string
  /** What this site sorts templates into; a file may name another. */
  categories: readonly string[]
}): Promise<{ id: Id }> {
  const category = categories.find((known) => known === head.category) ?? 'Custom'
  const file = writeTemplateFile({
    document,
    name,
    description: head.description ?? '',
    category,
  })
  if (problems.length === 0) {
    try {
      return await api.templates.import({ file })
    } catch (error) {
      // A host's node types have rules that only its server knows: then it is a draft all the same.
      if (!(error instanceof WorkflowsApiError) || error.status !== 422) throw error
    }
  }
  const { doc } = await api.request<{ doc: { id: Id } }>({
    method: 'POST',
    path: `/${slugs.templates}?draft=true&depth=0`,
    body: {
      name: file.name,
      description: file.description,
      category,
      graph: file.graph,
      inputs: file.inputs,
      defaultParams: file.defaultParams,
      _status: 'draft',
    },
  })
  return doc
}
