'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useSyncExternalStore } from 'react'

import { IconButton } from '../../shared/IconButton/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { openerOf, watchOpeners } from '../attachOpeners.js'
import '../../shared/tokens.css'
import './index.css'

/** In the document's toolbar, which stays in sight however long the content above the images is. */
export function AttachToolbarButton() {
  const { t } = useWorkflowsTranslation()
  const { collectionSlug, id } = useDocumentInfo()
  const open = useSyncExternalStore(
    watchOpeners,
    () => openerOf(`${collectionSlug}:${id}`),
    () => undefined,
  )
  if (!open) return null
  return (
    <IconButton
      aria-haspopup="dialog"
      className="workflows-attach-button"
      icon="clip"
      label={t('attachments:attachToDocument')}
      onClick={open}
      tone="bordered"
    />
  )
}
