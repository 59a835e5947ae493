'use client'

import { createContext, use } from 'react'

import type { ExecutionSummary, Health, Id } from '../../client/types.js'
import type { WorkflowsSite } from '../../plugins/workflows/siteFacts.js'

/** A template as somebody is about to launch it. */
export interface LaunchTarget {
  id: Id
  name: string
}

export interface WorkflowsState {
  site: WorkflowsSite
  /** Pending, running and paused, newest first; null before the first answer. */
  active: ExecutionSummary[] | null
  health: Health | null
  /** May launch and control somewhere; what exactly, the server says. */
  canLaunch: boolean
  /** Opens the launch dialog over whatever page this is. */
  launch: (template: LaunchTarget) => void
  /** Shows an execution at once, before the server's next list has it. */
  show: (execution: ExecutionSummary) => void
  refresh: () => Promise<void>
  openPanel: () => void
}

export const WorkflowsContext = createContext<WorkflowsState | null>(null)

/** Null where the provider is not mounted, such as on a site that took it out. */
export const useWorkflowsIfAny = (): WorkflowsState | null => use(WorkflowsContext)

/** @throws Error outside of `WorkflowsProvider`, which the plugin puts around every admin page. */
export function useWorkflows(): WorkflowsState {
  const state = useWorkflowsIfAny()
  if (!state)
    throw new Error('payload-workflows: WorkflowsProvider is missing in admin.components.')
  return state
}
