'use client'

import { useConfig, useDocumentInfo, useForm, useLocale } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useState } from 'react'

import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

export type SaveStatus = 'draft' | 'published'

export interface Saving {
  /** What is being saved as just now. */
  busy: SaveStatus | null
  /** Why the last attempt failed; null after a good one. */
  failure: string | null
  /** Says whether the server has it. Errors are told by the form as well. */
  save: (as: SaveStatus) => Promise<boolean>
}

/** What Payload's own Save draft and Publish buttons do, for buttons that look and think otherwise. */
export function useSave(): Saving {
  const { t } = useWorkflowsTranslation()
  const { config } = useConfig()
  const { submit, getDataByPath } = useForm()
  const { code: locale } = useLocale()
  const [busy, setBusy] = useState<SaveStatus | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const { id, collectionSlug, uploadStatus, ...info } = useDocumentInfo()
  const { setUnpublishedVersionCount, setMostRecentVersionIsAutosaved, setHasPublishedDoc } = info
  const { api } = config.routes

  const save = useCallback(
    async (as: SaveStatus) => {
      if (uploadStatus === 'uploading') return false
      const search = new URLSearchParams({ depth: '0', 'fallback-locale': 'null' })
      // A site without languages of its own has none.
      if (locale) search.set('locale', locale)
      if (as === 'draft') search.set('draft', 'true')
      const name = String(getDataByPath('name') ?? '').trim()
      setBusy(as)
      try {
        const answer = await submit({
          action: formatAdminURL({
            apiRoute: api,
            path: `/${collectionSlug ?? ''}${id === undefined ? '' : `/${id}`}?${search}`,
          }),
          method: id === undefined ? 'POST' : 'PATCH',
          overrides: { _status: as, ...(name === '' && { name: t('toolbar:untitled') }) },
          skipValidation: as === 'draft',
          // The toolbar says it itself, where one looks for it.
          disableSuccessStatus: true,
        })
        const isSaved = answer?.res?.ok === true
        setFailure(
          isSaved ? null : t(navigator.onLine ? 'toolbar:whyRefused' : 'toolbar:whyOffline'),
        )
        if (!isSaved) return false
        if (as === 'published') {
          setUnpublishedVersionCount(0)
          setMostRecentVersionIsAutosaved(false)
          setHasPublishedDoc(true)
        } else {
          setUnpublishedVersionCount((count) => count + 1)
        }
        return true
      } finally {
        setBusy(null)
      }
    },
    [
      api,
      collectionSlug,
      getDataByPath,
      id,
      locale,
      setHasPublishedDoc,
      setMostRecentVersionIsAutosaved,
      setUnpublishedVersionCount,
      submit,
      t,
      uploadStatus,
    ],
  )
  return { busy, failure, save }
}
