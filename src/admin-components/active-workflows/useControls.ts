'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'

import type { ExecutionSummary } from '../../client/types.js'

import { describeError } from '../shared/describeError.js'
import { useWorkflowsApi } from '../shared/useWorkflowsApi.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { useWorkflows } from './context.js'

export type Control = 'pause' | 'resume' | 'stop'

/** What may be done from the panel, by the rules of the state machine (features.md T045). */
export function controlsOf({ status, pauseReason }: ExecutionSummary): Control[] {
  if (status === 'pending' || status === 'running') return ['pause', 'stop']
  if (status !== 'paused') return []
  return pauseReason === 'review' ? ['stop'] : ['resume', 'stop']
}

/** Sends a command and shows what came of it; while one is under way no second is sent. */
export function useControls(execution: ExecutionSummary) {
  const api = useWorkflowsApi()
  const { refresh } = useWorkflows()
  const { t } = useWorkflowsTranslation()
  const [busy, setBusy] = useState<Control | null>(null)
  const send = async (control: Control) => {
    if (busy) return
    setBusy(control)
    try {
      await api.executions[control]({ id: execution.id })
    } catch (error) {
      toast.error(describeError(error, t).message)
    } finally {
      await refresh()
      setBusy(null)
    }
  }
  return { busy, send }
}
