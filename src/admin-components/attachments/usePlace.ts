'use client'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { Id } from '../../client/types.js'
import type { AttachmentsFieldConfig } from '../../plugins/workflows/fields/attachmentsField.js'

import { useWorkflowsApi } from '../shared/useWorkflowsApi.js'

/** Where the document belongs, as conditions on images and as fields of new ones. */
export interface Place {
  /** Null when the document has no project, or its site none. */
  inProject: Record<string, Id> | null
  inWorkspace: Record<string, Id>
  projectName: string | null
  /** True where documents can have a project at all. */
  hasProjects: boolean
}

/** By what is saved: the server judges by that too, whatever the form says meanwhile. */
export function usePlace(config: AttachmentsFieldConfig): Place {
  const { data } = useDocumentInfo()
  const { media, projectField, workspaceField, projects } = config
  const workspace = workspaceField ? idOf(data?.[workspaceField]) : null
  const project = projectField ? idOf(data?.[projectField]) : null
  const projectName = useTitle(projects, media.projectField ? project : null)
  const inWorkspace =
    media.workspaceField && workspace !== null ? { [media.workspaceField]: workspace } : {}
  const inProject =
    media.projectField && project !== null
      ? { ...inWorkspace, [media.projectField]: project }
      : null
  const hasProjects = projectField !== null && media.projectField !== null
  return { inProject, inWorkspace, projectName, hasProjects }
}

/** What a document is called; null until it is known, and when it may not be read. */
function useTitle(collection: string | null, id: Id | null): string | null {
  const { request } = useWorkflowsApi()
  const { getEntityConfig } = useConfig()
  const [title, setTitle] = useState<string | null>(null)
  const field = collection
    ? (getEntityConfig({ collectionSlug: collection })?.admin.useAsTitle ?? null)
    : null
  useEffect(() => {
    if (!collection || id === null || !field) return
    const controller = new AbortController()
    request<Record<string, unknown>>({
      path: `/${collection}/${encodeURIComponent(id)}`,
      query: { depth: 0, select: { [field]: true } },
      signal: controller.signal,
    })
      .then((doc) => setTitle(typeof doc[field] === 'string' ? doc[field] : null))
      // A name in a hint; without it the hint says less.
      .catch(() => undefined)
    return () => controller.abort()
  }, [request, collection, id, field])
  return title
}

/** Relationships are ids or, populated, documents. */
function idOf(value: unknown): Id | null {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (value && typeof value === 'object' && 'id' in value) return idOf(value.id)
  return null
}
