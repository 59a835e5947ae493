'use client'

import { useEffect, useState } from 'react'

import type { Estimate, Id, JsonObject } from '../../client/types.js'

import { WorkflowsApiError } from '../../client/WorkflowsApiError.js'
import { useWorkflowsApi } from '../shared/useWorkflowsApi.js'

/** Between two key strokes of somebody who types; a slider is let go of sooner. */
const PAUSE_MS = 300

/** What a launch with these params would make. While they are wrong, the last that was right is kept. */
export function useEstimate({ id, params }: { id: Id; params: JsonObject }) {
  const api = useWorkflowsApi()
  const [estimate, setEstimate] = useState<Estimate | null>(null)
  const [state, setState] = useState<'counting' | 'failed' | 'ready'>('counting')
  const sent = JSON.stringify(params)
  useEffect(() => {
    const controller = new AbortController()
    const timer = setTimeout(() => {
      setState('counting')
      api.templates
        .estimate({ id, params: JSON.parse(sent) as JsonObject, signal: controller.signal })
        .then((answer) => {
          setEstimate(answer)
          setState('ready')
        })
        .catch((error: unknown) => {
          if (controller.signal.aborted) return
          const isFormError = error instanceof WorkflowsApiError && error.status === 422
          setState(isFormError ? 'ready' : 'failed')
        })
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [api, id, sent])
  return { estimate, state }
}
