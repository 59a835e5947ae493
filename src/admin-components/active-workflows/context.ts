'use client'

import { createContext, use } from 'react'

import type {
  ExecutionSummary,
  Health,
  Id,
  JsonObject,
  ListedExecution,
  ReviewList,
} from '../../client/types.js'
import type { WorkflowsSite } from '../../plugins/workflows/siteFacts.js'

/** A template as somebody is about to launch it. */
export interface LaunchTarget {
  id: Id
  name: string
  /** Whether it may be launched where it belongs. @default may launch somewhere */
  mayLaunch?: boolean
  /** What an earlier launch was given, to be given again. */
  again?: LaunchAgain
}

export interface LaunchAgain {
  params: JsonObject
  project: Id | null
  context: { mode: 'all' | 'selected' | 'none'; documents: { id: Id; title: string }[] }
  test: boolean
}

export interface WorkflowsState {
  site: WorkflowsSite
  /** Pending, running and paused, newest first; null before the first answer. */
  active: ListedExecution[] | null
  /** The first that wait for an answer of whoever is logged in, and how many there are; null before the first answer. */
  reviews: ReviewList | null
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
