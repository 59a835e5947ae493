'use client'

import { toast, useConfig, useRouteTransition } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'

import type { Id } from '../../client/types.js'

import { useWorkflows } from '../active-workflows/context.js'
import { describeError } from '../shared/describeError.js'
import { useWorkflowsApi } from '../shared/useWorkflowsApi.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'

/** What one may do with a template besides looking at it. */
export function useTemplateActions({
  id,
  name,
  mayLaunch,
}: {
  id: Id
  name: string
  mayLaunch: boolean
}) {
  const api = useWorkflowsApi()
  const { t } = useWorkflowsTranslation()
  const { site, launch } = useWorkflows()
  const { config } = useConfig()
  const router = useRouter()
  const { startRouteTransition } = useRouteTransition()
  const [isBusy, setBusy] = useState(false)
  const editURL = (template: Id) =>
    formatAdminURL({
      adminRoute: config.routes.admin,
      path: `/collections/${site.templates}/${template}`,
    })
  const attempt = async (work: () => Promise<void>) => {
    if (isBusy) return
    setBusy(true)
    try {
      await work()
    } catch (error) {
      toast.error(describeError(error, t).message)
    } finally {
      setBusy(false)
    }
  }
  return {
    isBusy,
    editURL: editURL(id),
    use: () => launch({ id, name, mayLaunch }),
    clone: () =>
      attempt(async () => {
        const copy = await api.templates.clone({ id })
        toast.success(t('gallery:cloned', { name: copy.name }))
        startRouteTransition(() => router.push(editURL(copy.id)))
      }),
    exportFile: () =>
      attempt(async () => {
        save(await api.templates.export({ id }), `${name}.workflow.json`)
      }),
  }
}

function save(content: object, filename: string): void {
  const blob = new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = filename
  link.click()
  URL.revokeObjectURL(link.href)
}
