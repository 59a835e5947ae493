'use client'

import { useEffect, useState } from 'react'

import type { ExecutionSummary } from '../../client/types.js'

import { useWorkflowsApi } from '../shared/useWorkflowsApi.js'

/** What ended longer ago is on the executions page. */
const JUST_MS = 60 * 60_000
const MOST = 5

/** Executions that ended within the last hour; asked again whenever one leaves the active list. */
export function useJustFinished(active: readonly ExecutionSummary[] | null): ExecutionSummary[] {
  const api = useWorkflowsApi()
  const [finished, setFinished] = useState<ExecutionSummary[]>([])
  const ids = (active ?? []).map(({ id }) => id).join()
  useEffect(() => {
    const controller = new AbortController()
    void api.executions
      .list({
        status: ['completed', 'failed', 'stopped'],
        sort: '-completedAt',
        limit: MOST,
        signal: controller.signal,
      })
      .then(({ docs }) => {
        const since = Date.now() - JUST_MS
        setFinished(
          docs.filter(({ completedAt }) => completedAt && Date.parse(completedAt) > since),
        )
      })
      // The rest of the panel is worth showing without it.
      .catch(() => undefined)
    return () => controller.abort()
  }, [api, ids])
  return finished
}
