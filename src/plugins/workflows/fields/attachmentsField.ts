import type { CollectionConfig, Field, UIField } from 'payload'

import type { PluginContext } from '../pluginContext.js'

/** What the field knows of the site; plain data, because it travels to the browser. */
export interface AttachmentsFieldConfig {
  /** Slug of the media collection, and the names of its fields. */
  media: {
    collection: string
    altField: string
    workspaceField: string | null
    projectField: string | null
  }
  /** The document's own fields that say where it belongs. */
  workspaceField: string | null
  projectField: string | null
  projects: string | null
  limits: { images: number; bytes: number }
  /** Slug of the executions, for links to the one that attached an image. */
  executions: string
}

/** Not a name that a site would give a field of its own. */
const FIELD_NAME = 'workflowsImages'

/** Puts the grid of images under the content of a documents collection, and a button for it in the toolbar. No column. */
export function mountAttachmentsField(
  collection: CollectionConfig,
  context: PluginContext,
): CollectionConfig {
  const option = context.options.documents.find((known) => known.collection === collection.slug)
  if (!option) return collection
  const field = attachmentsField({ collection: collection.slug, context })
  const placed = insertAfter(collection.fields, option.bodyField, field)
  return { ...addToolbarButton(collection), fields: placed ?? [...collection.fields, field] }
}

function addToolbarButton(collection: CollectionConfig): CollectionConfig {
  const { admin } = collection
  const edit = admin?.components?.edit
  const beforeDocumentControls = [
    ...(edit?.beforeDocumentControls ?? []),
    'payload-workflows/client#AttachToolbarButton',
  ]
  const components = { ...admin?.components, edit: { ...edit, beforeDocumentControls } }
  return { ...collection, admin: { ...admin, components } }
}

function attachmentsField({
  collection,
  context: { options, slugs },
}: {
  collection: string
  context: PluginContext
}): UIField {
  const { media, limits } = options
  const option = options.documents.find((known) => known.collection === collection)
  const clientProps: AttachmentsFieldConfig = {
    media: {
      collection: media.collection,
      altField: media.altField,
      workspaceField: media.workspaceField,
      projectField: media.projectField,
    },
    workspaceField: option?.workspaceField ?? null,
    projectField: option?.projectField ?? null,
    projects: slugs.projects,
    limits: { images: limits.attachmentsPerDocument, bytes: limits.attachmentBytes },
    executions: slugs.executions,
  }
  return {
    name: FIELD_NAME,
    type: 'ui',
    label: 'Images',
    admin: {
      disableBulkEdit: true,
      disableListColumn: true,
      components: {
        Field: {
          path: 'payload-workflows/client#AttachmentsField',
          clientProps: { config: clientProps },
        },
      },
    },
  }
}

/** A copy with `field` behind the field called `name`, wherever it stands; null when it is nowhere. */
function insertAfter(fields: Field[], name: string, field: Field): Field[] | null {
  const index = fields.findIndex((known) => isOrShowsBeside(known, name))
  if (index >= 0) return fields.toSpliced(index + 1, 0, field)
  for (const [at, known] of fields.entries()) {
    const changed = insertInside(known, name, field)
    if (changed) return fields.with(at, changed)
  }
  return null
}

/** In a row with the body it would be a narrow column; below the row it has the whole width. */
function isOrShowsBeside(known: Field, name: string): boolean {
  if (known.type === 'row') return known.fields.some((inner) => isOrShowsBeside(inner, name))
  return 'name' in known && known.name === name
}

/** Groups and tabs with a name hold other data; the body is a field of the document itself. */
function insertInside(known: Field, name: string, field: Field): Field | null {
  if (known.type === 'collapsible' || (known.type === 'group' && !('name' in known))) {
    const fields = insertAfter(known.fields, name, field)
    return fields && { ...known, fields }
  }
  if (known.type !== 'tabs') return null
  for (const [at, tab] of known.tabs.entries()) {
    const fields = 'name' in tab && tab.name ? null : insertAfter(tab.fields, name, field)
    if (fields) return { ...known, tabs: known.tabs.with(at, { ...tab, fields }) }
  }
  return null
}
