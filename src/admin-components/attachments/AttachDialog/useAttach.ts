'use client'

import { useEffect, useRef, useState } from 'react'

import type { AttachmentList, DocumentRef } from '../../../client/types.js'
import type { Selection } from '../library/selection.js'
import type { Uploads } from '../upload/useUploads.js'

import { describeError } from '../../shared/describeError.js'
import { useWorkflowsApi } from '../../shared/useWorkflowsApi.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** Uploads, then attaches everything in one request. What fails stays in the dialog with its reason. */
export function useAttach({
  document,
  selection,
  uploads,
  onAttached,
  onPartly,
  onFinished,
}: {
  document: DocumentRef
  selection: Selection
  uploads: Uploads
  onAttached: (list: AttachmentList, count: number) => void
  /** Some are attached, some could not be uploaded. */
  onPartly: () => void
  onFinished: () => void
}) {
  const api = useWorkflowsApi()
  const { t } = useWorkflowsTranslation()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const isOpen = useRef(false)
  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
    }
  }, [])

  const start = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const { ids, failed } = await uploads.send()
      // Left meanwhile: whoever cancels does not want the rest attached behind their back.
      if (!isOpen.current) return
      const imageIds = [...selection.images.map(({ id }) => id), ...ids]
      if (imageIds.length > 0) {
        onAttached(await api.attachments.attach({ ...document, imageIds }), imageIds.length)
        uploads.forgetUploaded()
      }
      if (failed === 0) {
        // Else all of them were taken back, and something else may be chosen now.
        if (imageIds.length > 0) onFinished()
        return
      }
      onPartly()
      setProblem(
        imageIds.length > 0
          ? t('attachments:partly', { count: failed })
          : t('attachments:noneUploaded'),
      )
    } catch (error) {
      setProblem(describeError(error, t).message)
    } finally {
      setBusy(false)
    }
  }

  return { isBusy, problem, start }
}
