'use client'

import { useEffect, useState } from 'react'

import type { Id } from '../../client/types.js'
import type { WorkflowsSite } from '../../plugins/workflows/siteFacts.js'

import { useWorkflowsApi } from '../shared/useWorkflowsApi.js'

const PAUSE_MS = 200
/** As many as the list shows without getting long; a search narrows it. */
const SHOWN = 8

export interface FoundDocument {
  id: Id
  title: string
}

interface Page {
  docs: Record<string, unknown>[]
  totalDocs: number
}

/** Documents of the project, else of the workspace, by a part of their title; through Payload's own REST. */
export function useDocumentSearch({
  site,
  project,
  workspace,
  search,
}: {
  site: WorkflowsSite
  project: Id | null
  workspace: Id | null
  search: string
}) {
  const api = useWorkflowsApi()
  const [page, setPage] = useState<{ docs: FoundDocument[]; total: number } | null>(null)
  const { collection, titleField, projectField, workspaceField } = site.documents
  useEffect(() => {
    const controller = new AbortController()
    const place =
      projectField && project !== null
        ? { [projectField]: { equals: project } }
        : workspaceField && workspace !== null
          ? { [workspaceField]: { equals: workspace } }
          : null
    const words = search.trim() ? { [titleField]: { contains: search.trim() } } : null
    const conditions = [place, words].filter((condition) => condition !== null)
    const timer = setTimeout(
      () => {
        api
          .request<Page>({
            path: `/${collection}`,
            query: {
              depth: 0,
              limit: SHOWN,
              sort: '-updatedAt',
              select: { [titleField]: true },
              ...(conditions.length > 0 && { where: { and: conditions } }),
            },
            signal: controller.signal,
          })
          .then(({ docs, totalDocs }) =>
            setPage({ docs: docs.map((doc) => readDocument(doc, titleField)), total: totalDocs }),
          )
          // A launch without context works; the list then says that nothing was found.
          .catch(() => undefined)
      },
      search ? PAUSE_MS : 0,
    )
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [api, collection, titleField, projectField, workspaceField, project, workspace, search])
  return page
}

function readDocument(doc: Record<string, unknown>, titleField: string): FoundDocument {
  const { id } = doc
  const title = doc[titleField]
  const known = typeof id === 'number' ? id : String(id)
  return { id: known, title: typeof title === 'string' && title ? title : String(known) }
}
