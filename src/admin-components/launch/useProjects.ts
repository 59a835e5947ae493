'use client'

import { useEffect, useState } from 'react'

import type { Id } from '../../client/types.js'
import type { WorkflowsSite } from '../../plugins/workflows/siteFacts.js'

import { useWorkflowsApi } from '../shared/useWorkflowsApi.js'

export interface Project {
  id: Id
  name: string
  workspace: Id | null
}

/** More than anybody finds in a select without a search. */
const MOST = 200

/** The projects a launch may belong to; of the template's own workspace when it has one. */
export function useProjects({
  site,
  workspace,
}: {
  site: WorkflowsSite
  workspace: Id | null
}): Project[] | null {
  const api = useWorkflowsApi()
  const [projects, setProjects] = useState<Project[] | null>(null)
  const options = site.projects
  useEffect(() => {
    if (!options) return
    const controller = new AbortController()
    const field = options.workspaceField
    api
      .request<{ docs: Record<string, unknown>[] }>({
        path: `/${options.collection}`,
        query: {
          depth: 0,
          limit: MOST,
          sort: '-updatedAt',
          ...(field && workspace !== null && { where: { [field]: { equals: workspace } } }),
        },
        signal: controller.signal,
      })
      .then(({ docs }) =>
        setProjects(
          docs.map((doc) => ({
            id: idOf(doc.id) ?? '',
            name: String(doc[options.titleField] ?? doc.id),
            workspace: field ? idOf(doc[field]) : null,
          })),
        ),
      )
      .catch(() => setProjects([]))
    return () => controller.abort()
  }, [api, options, workspace])
  return options ? projects : []
}

const idOf = (value: unknown): Id | null =>
  typeof value === 'string' || typeof value === 'number' ? value : null
