'use client'

import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { Id } from '../../../client/types.js'

import { useWorkflows } from '../../active-workflows/context.js'
import { useWorkflowsApi } from '../../shared/useWorkflowsApi.js'

export interface Workspace {
  id: Id
  name: string
}

/** More than anybody finds in a select without a search. */
const MOST = 200

/** The workspaces one sees; null while they are looked up, none on a site without them. */
export function useWorkspaces(): Workspace[] | null {
  const api = useWorkflowsApi()
  const { site } = useWorkflows()
  const { getEntityConfig } = useConfig()
  const [found, setFound] = useState<Workspace[] | null>(null)
  const field = getEntityConfig({ collectionSlug: site.templates })?.fields.find(
    (candidate) => 'name' in candidate && candidate.name === 'workspace',
  )
  const collection =
    field?.type === 'relationship' && typeof field.relationTo === 'string' ? field.relationTo : null
  const title =
    (collection && getEntityConfig({ collectionSlug: collection })?.admin?.useAsTitle) || 'id'
  useEffect(() => {
    if (!collection) return
    const controller = new AbortController()
    api
      .request<{ docs: Record<string, unknown>[] }>({
        path: `/${collection}`,
        query: { depth: 0, limit: MOST, sort: title },
        signal: controller.signal,
      })
      .then(({ docs }) =>
        setFound(docs.map((doc) => ({ id: doc.id as Id, name: String(doc[title] ?? doc.id) }))),
      )
      .catch(() => setFound([]))
    return () => controller.abort()
  }, [api, collection, title])
  return collection ? found : []
}
