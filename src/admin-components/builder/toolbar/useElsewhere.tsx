'use client'

import { toast, useConfig, useFormModified, useRouteTransition } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'
import { useCallback } from 'react'

import type { Id } from '../../../client/types.js'

import { useWorkflows } from '../../active-workflows/context.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** Addresses of templates, and the way there that never leaves unsaved work behind. */
export function useElsewhere() {
  const { t } = useWorkflowsTranslation()
  const { config } = useConfig()
  const { site } = useWorkflows()
  const router = useRouter()
  const { startRouteTransition } = useRouteTransition()
  const isModified = useFormModified()
  const addressOf = useCallback(
    (id?: Id, rest = '') =>
      formatAdminURL({
        adminRoute: config.routes.admin,
        path: `/collections/${site.templates}${id === undefined ? '' : `/${id}`}${rest}`,
      }),
    [config.routes.admin, site.templates],
  )
  /** Goes there, or when there is unsaved work says where it is. A link asks before it leaves. */
  const open = useCallback(
    (id: Id, message: string) => {
      const url = addressOf(id)
      if (!isModified) {
        toast.success(message)
        startRouteTransition(() => router.push(url))
        return
      }
      toast.success(
        <span>
          {message} <a href={url}>{t('toolbar:openCopy')}</a>
        </span>,
      )
    },
    [addressOf, isModified, router, startRouteTransition, t],
  )
  const leave = useCallback(
    (url: string) => startRouteTransition(() => router.push(url)),
    [router, startRouteTransition],
  )
  return { addressOf, open, leave, isModified }
}
