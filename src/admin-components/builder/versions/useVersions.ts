'use client'

import { useCallback, useEffect, useState } from 'react'

import type { Id } from '../../../client/types.js'
import type { WorkflowGraph } from '../../../plugins/workflows/graph/types.js'

import { readGraph } from '../../../plugins/workflows/graph/readGraph.js'
import { useWorkflows } from '../../active-workflows/context.js'
import { describeError } from '../../shared/describeError.js'
import { useWorkflowsApi } from '../../shared/useWorkflowsApi.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

export interface VersionHead {
  id: string
  at: string
  isPublished: boolean
}

/** As many as the collection keeps: collections/workflow-templates/index.ts. */
const MOST = 50

/** The saved versions of a template, newest first, without what is in them. */
export function useVersions(templateId: Id | undefined) {
  const api = useWorkflowsApi()
  const { site } = useWorkflows()
  const { t } = useWorkflowsTranslation()
  const [versions, setVersions] = useState<VersionHead[] | null>(null)
  const [error, setError] = useState<{ message: string; code: string } | null>(null)
  const load = useCallback(() => {
    if (templateId === undefined) return setVersions([])
    setError(null)
    api
      .request<{ docs: VersionRow[] }>({
        path: `/${site.templates}/versions`,
        query: {
          depth: 0,
          limit: MOST,
          sort: '-updatedAt',
          where: { parent: { equals: templateId } },
          select: { updatedAt: true, version: { _status: true } },
        },
      })
      .then(({ docs }) =>
        setVersions(
          docs.map(({ id, updatedAt, version }) => ({
            id: String(id),
            at: updatedAt,
            isPublished: version?._status === 'published',
          })),
        ),
      )
      .catch((reason: unknown) => setError(describeError(reason, t)))
  }, [api, site.templates, t, templateId])
  useEffect(load, [load])
  return { versions, error, load }
}

interface VersionRow {
  id: Id
  updatedAt: string
  version?: { _status?: string; graph?: unknown }
}

/** The flow of one version; null until it is there, and for no version. */
export function useVersionGraph(id: string | null): WorkflowGraph | null {
  const api = useWorkflowsApi()
  const { site } = useWorkflows()
  const [found, setFound] = useState<{ id: string; graph: WorkflowGraph } | null>(null)
  useEffect(() => {
    if (id === null) return
    const controller = new AbortController()
    api
      .request<VersionRow>({
        path: `/${site.templates}/versions/${id}`,
        query: { depth: 0 },
        signal: controller.signal,
      })
      .then(({ version }) =>
        setFound({
          id,
          graph: readGraph(version?.graph).read?.graph ?? { nodes: [], edges: [] },
        }),
      )
      .catch(() => undefined)
    return () => controller.abort()
  }, [api, id, site.templates])
  return found?.id === id ? found.graph : null
}
