'use client'

import { toast, useConfig, useRouteTransition } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'
import { useRef, useState } from 'react'

import type { TemplateDetail } from '../../client/types.js'
import type { Project } from './useProjects.js'
import type { UploadedFile } from './useUploads.js'

import { WorkflowsApiError } from '../../client/WorkflowsApiError.js'
import { useWorkflows } from '../active-workflows/context.js'
import { describeError } from '../shared/describeError.js'
import { useWorkflowsApi } from '../shared/useWorkflowsApi.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { forgetTyped, type LaunchFormState } from './useLaunchForm.js'

/** Sends the form once, however often it is asked to, and goes to what it started. */
export function useLaunch({
  template,
  state,
  project,
  files,
  onClose,
}: {
  template: TemplateDetail
  state: LaunchFormState
  project: Project | null
  files: readonly UploadedFile[]
  onClose: () => void
}) {
  const api = useWorkflowsApi()
  const { t } = useWorkflowsTranslation()
  const { site, show } = useWorkflows()
  const { config } = useConfig()
  const router = useRouter()
  const { startRouteTransition } = useRouteTransition()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const isSending = useRef(false)

  const open = (id: string) => {
    const path = `/collections/${site.executions}/${encodeURIComponent(id)}` as const
    const url = formatAdminURL({ adminRoute: config.routes.admin, path })
    startRouteTransition(() => router.push(url))
  }
  /** @returns Path of the first field that is wrong. */
  const submit = async (): Promise<string | null> => {
    if (isSending.current) return null
    const { form, idempotencyKey } = state
    const [wrong] = state.check()
    if (wrong) return wrong.path ?? null
    isSending.current = true
    setBusy(true)
    setProblem(null)
    state.markSent()
    try {
      const execution = await api.executions.launch({
        template: template.id,
        project: project?.id ?? null,
        params: form.params,
        contextDocuments: {
          mode: form.context.mode,
          ...(form.context.mode === 'selected' && {
            ids: form.context.documents.map(({ id }) => id),
          }),
        },
        referenceFiles: files.flatMap(({ id }) => (id === null ? [] : [id])),
        test: form.test,
        idempotencyKey,
      })
      forgetTyped(template.id)
      show(execution)
      toast.success(t('launch:launched', { name: template.name }))
      onClose()
      open(execution.id)
      return null
    } catch (error) {
      if (error instanceof WorkflowsApiError && error.status === 422 && error.issues.length > 0) {
        state.setIssues(error.issues)
        setProblem(error.issues[0]?.message ?? error.message)
        return error.issues.find(({ path }) => path)?.path ?? null
      }
      setProblem(describeError(error, t).message)
      return null
    } finally {
      isSending.current = false
      setBusy(false)
    }
  }
  return { isBusy, problem, submit }
}
