'use client'

import { useAuth, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { lazy, Suspense, useMemo, useState } from 'react'

import type { WorkflowsSite } from '../../plugins/workflows/siteFacts.js'

import { WorkflowsContext, type LaunchTarget, type WorkflowsState } from './context.js'
import { useActiveExecutions } from './useActiveExecutions.js'

// Both are for a click; every admin page would carry them otherwise.
const Panel = lazy(() => import('./Panel.js').then((module) => ({ default: module.Panel })))
const LaunchDialog = lazy(() =>
  import('../launch/LaunchDialog.js').then((module) => ({ default: module.LaunchDialog })),
)

/** What survives a change of page: the list of active executions, and the dialogs that stand over any page. */
export function WorkflowsProvider({
  site,
  children,
}: {
  site: WorkflowsSite
  children: React.ReactNode
}) {
  const { config } = useConfig()
  const { user, permissions } = useAuth()
  const [isOpen, setOpen] = useState(false)
  const [launching, launch] = useState<LaunchTarget | null>(null)
  const baseURL = formatAdminURL({
    apiRoute: config.routes.api,
    path: '',
    serverURL: config.serverURL,
  })
  // The provider is on the login page too, where there is nobody to ask for.
  const { active, reviews, health, refresh, show } = useActiveExecutions({
    baseURL,
    enabled: Boolean(user),
    isOpen,
  })
  const canLaunch = Boolean(permissions?.collections?.[site.templates]?.create)
  const state = useMemo<WorkflowsState>(
    () => ({
      site,
      active,
      reviews,
      health,
      canLaunch,
      launch,
      show,
      refresh,
      openPanel: () => setOpen(true),
    }),
    [site, active, reviews, health, canLaunch, show, refresh],
  )
  return (
    <WorkflowsContext value={state}>
      {children}
      <Suspense fallback={null}>
        {isOpen ? <Panel onClose={() => setOpen(false)} /> : null}
        {launching ? (
          <LaunchDialog
            key={String(launching.id)}
            onClose={() => launch(null)}
            template={launching}
          />
        ) : null}
      </Suspense>
    </WorkflowsContext>
  )
}
