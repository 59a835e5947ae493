import type { CollectionConfig, UIField } from 'payload'

import type { PluginContext } from '../pluginContext.js'

/** What the field knows of the site; plain data, because it travels to the browser. */
export interface ProvenanceFieldConfig {
  /** Slug of the executions, for the link to the one that made the document. */
  executions: string
}

/** Not a name that a site would give a field of its own. */
const FIELD_NAME = 'workflowsProvenance'

/** Puts into the sidebar which workflow made a document or image. It has no column, and shows nothing for others. */
export function mountProvenanceField(
  collection: CollectionConfig,
  { slugs }: PluginContext,
): CollectionConfig {
  const config: ProvenanceFieldConfig = { executions: slugs.executions }
  const field: UIField = {
    name: FIELD_NAME,
    type: 'ui',
    label: 'Made by a workflow',
    admin: {
      position: 'sidebar',
      disableBulkEdit: true,
      disableListColumn: true,
      components: {
        Field: { path: 'payload-workflows/client#ProvenanceField', clientProps: { config } },
      },
    },
  }
  return { ...collection, fields: [...collection.fields, field] }
}
