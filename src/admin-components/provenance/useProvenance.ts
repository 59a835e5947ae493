'use client'

import { useEffect, useState } from 'react'

import type { DocumentRef, Provenance } from '../../client/types.js'

import { useWorkflowsApi } from '../shared/useWorkflowsApi.js'

/** Null while asking, when nothing is known, and when the document is not saved yet. */
export function useProvenance({ collection, id }: Partial<DocumentRef>): Provenance | null {
  const api = useWorkflowsApi()
  const [provenance, setProvenance] = useState<Provenance | null>(null)
  useEffect(() => {
    setProvenance(null)
    if (collection === undefined || id === undefined) return undefined
    const controller = new AbortController()
    api
      .provenance({ collection, id, signal: controller.signal })
      .then((answer) => setProvenance(answer.provenance))
      // Rights, network: the document is there all the same, and says nothing of its origin.
      .catch(() => undefined)
    return () => controller.abort()
  }, [api, collection, id])
  return provenance
}
