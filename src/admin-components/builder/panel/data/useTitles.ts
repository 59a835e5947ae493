'use client'

import { useEffect, useState } from 'react'

import { useWorkflowsApi } from '../../../shared/useWorkflowsApi.js'

interface Page {
  docs: Record<string, unknown>[]
}

/** Names of documents by id, as far as the user may read them; null before the answer. */
export function useTitles({
  collection,
  titleField,
  ids,
}: {
  collection: string
  titleField: string
  ids: readonly string[]
}): ReadonlyMap<string, string> | null {
  const api = useWorkflowsApi()
  const [titles, setTitles] = useState<ReadonlyMap<string, string> | null>(null)
  const key = ids.toSorted().join(',')
  useEffect(() => {
    if (key === '' || collection === '') return
    const controller = new AbortController()
    api
      .request<Page>({
        path: `/${collection}`,
        query: {
          depth: 0,
          pagination: false,
          select: { [titleField]: true },
          where: { id: { in: key } },
        },
        signal: controller.signal,
      })
      .then(({ docs }) =>
        setTitles(
          new Map(
            docs.map((doc) => [String(doc.id), String(doc[titleField] ?? '') || String(doc.id)]),
          ),
        ),
      )
      // Without names the ids are shown; saving works all the same.
      .catch(() => undefined)
    return () => controller.abort()
  }, [api, collection, titleField, key])
  return titles
}
