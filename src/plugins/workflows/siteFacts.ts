import type { CollectionConfig, Field } from 'payload'

import type { PluginContext } from './pluginContext.js'

/** What the screens know of the site; plain data, because it travels to the browser with every page. */
export interface WorkflowsSite {
  templates: string
  executions: string
  documents: {
    collection: string
    titleField: string
    workspaceField: string | null
    projectField: string | null
  }
  media: string
  projects: { collection: string; titleField: string; workspaceField: string | null } | null
  /** Where reference files of a launch are uploaded to. */
  files: { collection: string; mimeTypes: string[]; workspaceField: string | null }
}

/** Nothing of it is secret: slugs and names of fields, as anybody in the admin sees them in URLs. */
export function siteFacts({
  context: { options, slugs },
  collections,
}: {
  context: PluginContext
  collections: readonly CollectionConfig[]
}): WorkflowsSite {
  const [documents] = options.documents
  const files = fileCollection({ collections, media: options.media.collection })
  const projects = collections.find(({ slug }) => slug === slugs.projects)
  return {
    templates: slugs.templates,
    executions: slugs.executions,
    documents: {
      collection: documents.collection,
      titleField: documents.titleField,
      workspaceField: documents.workspaceField,
      projectField: documents.projectField,
    },
    media: options.media.collection,
    projects: projects
      ? {
          collection: projects.slug,
          titleField: projects.admin?.useAsTitle ?? 'id',
          workspaceField: options.projects?.workspaceField ?? null,
        }
      : null,
    files: {
      collection: files?.slug ?? options.media.collection,
      mimeTypes: mimeTypesOf(files),
      workspaceField: relationTo(files?.fields ?? [], slugs.workspaces),
    },
  }
}

/** An upload collection that takes what people read, such as PDF; else the one for images. */
function fileCollection({
  collections,
  media,
}: {
  collections: readonly CollectionConfig[]
  media: string
}): CollectionConfig | undefined {
  const takesText = (collection: CollectionConfig) =>
    mimeTypesOf(collection).some((type) => /^(application\/(pdf|\*)|text\/|\*)/.test(type))
  const others = collections.filter(({ slug, upload }) => upload && slug !== media)
  return (
    others.find((collection) => /reference/.test(collection.slug) && takesText(collection)) ??
    others.find(takesText) ??
    collections.find(({ slug }) => slug === media)
  )
}

function mimeTypesOf(collection: CollectionConfig | undefined): string[] {
  const upload = collection?.upload
  return upload && typeof upload === 'object' ? (upload.mimeTypes ?? []) : []
}

/** Name of the first relationship at the top level that leads there. */
function relationTo(fields: readonly Field[], collection: string | null): string | null {
  const found = fields.find(
    (field) => field.type === 'relationship' && field.relationTo === collection,
  )
  return found && 'name' in found ? found.name : null
}
