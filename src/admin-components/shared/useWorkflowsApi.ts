'use client'

import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useMemo } from 'react'

import { createWorkflowsClient, type WorkflowsClient } from '../../client/createWorkflowsClient.js'

/** Where this site's API is, with its own server URL and route. */
export function useApiURL(): string {
  const { config } = useConfig()
  const { routes, serverURL } = config
  return formatAdminURL({ apiRoute: routes.api, path: '', serverURL }).replace(/\/$/, '')
}

/** The client of this site; the same object for as long as its address is the same. */
export function useWorkflowsApi(): WorkflowsClient {
  const baseURL = useApiURL()
  return useMemo(() => createWorkflowsClient({ baseURL }), [baseURL])
}
