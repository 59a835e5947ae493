'use client'

import { toast } from '@payloadcms/ui'
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react'

import type { AttachmentsFieldConfig } from '../../../plugins/workflows/fields/attachmentsField.js'
import type { AttachmentView, DocumentRef } from '../../../client/types.js'

import { ErrorBoundary } from '../../shared/ErrorBoundary/index.js'
import { ErrorState } from '../../shared/ErrorState/index.js'
import { Icon } from '../../shared/Icon/index.js'
import { LiveRegion } from '../../shared/LiveRegion/index.js'
import { describeError } from '../../shared/describeError.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { ImagesSkeleton } from '../AttachmentsField/ImagesSkeleton.js'
import { ImageGrid } from '../ImageGrid/index.js'
import { lendDialog } from '../attachOpeners.js'
import { useAttachments } from '../useAttachments.js'
import { useFileDrop } from '../useFileDrop.js'
import { useImageActions } from '../useImageActions.js'
import { DropTarget } from './DropTarget.js'
import { FieldHeader } from './FieldHeader.js'
import { ImageDrawer } from './ImageDrawer.js'
import { ReorderHint } from './ReorderHint.js'

const AttachDialog = lazy(() =>
  import('../AttachDialog/index.js').then((module) => ({ default: module.AttachDialog })),
)

/** What the dialog begins with. */
interface Opening {
  tab: 'library' | 'upload'
  files: File[]
}

export function SavedImages({
  config,
  document,
  mayChange,
}: {
  config: AttachmentsFieldConfig
  document: DocumentRef
  mayChange: boolean
}) {
  const { t } = useWorkflowsTranslation()
  const attachments = useAttachments(document)
  const { state } = attachments
  const images = state.status === 'ready' ? state.images : []
  const { said, ...actions } = useImageActions({ document, images, attachments })
  const [opening, setOpening] = useState<Opening | null>(null)
  const [opened, setOpened] = useState<AttachmentView | null>(null)
  const attachButton = useRef<HTMLButtonElement>(null)

  const limit = config.limits.images
  const mayAttach = mayChange && state.status === 'ready' && images.length < limit
  const openWith = (files: File[]) => setOpening({ tab: 'upload', files })
  const openLibrary = () => setOpening({ tab: 'library', files: [] })
  const openForToolbar = useEffectEvent(openLibrary)
  const name = `${document.collection}:${document.id}`
  useEffect(
    () => (mayAttach ? lendDialog(name, () => openForToolbar()) : undefined),
    [mayAttach, name],
  )
  const drop = useFileDrop({ enabled: mayAttach && !opening, onFiles: openWith })
  const target = <DropTarget isEmpty={images.length === 0} onClick={() => openWith([])} />

  if (state.status === 'loading') {
    return <ImagesSkeleton label={t('attachments:images')} says={t('attachments:loading')} />
  }
  if (state.status === 'failed') {
    const { message, code } = describeError(state.error, t)
    return (
      <>
        <FieldHeader />
        <ErrorState code={code} onRetry={attachments.retry} title={t('attachments:loadFailed')}>
          {code === 'internal' ? t('attachments:loadKept') : message}
        </ErrorState>
      </>
    )
  }
  return (
    <>
      <div className={drop.isOver ? 'workflows-images--over' : undefined} {...drop.handlers}>
        <FieldHeader
          buttonRef={attachButton}
          count={{ attached: images.length, limit }}
          onAttach={mayChange ? openLibrary : undefined}
        />
        {images.length > 0 ? (
          <ImageGrid
            actions={mayChange ? actions : null}
            executions={config.executions}
            focusWhenEmpty={attachButton}
            images={images}
            onOpen={setOpened}
          >
            {mayAttach ? target : null}
          </ImageGrid>
        ) : mayAttach ? (
          target
        ) : (
          <p className="workflows-images__note">{t('attachments:emptyReadOnly')}</p>
        )}
        {mayChange ? (
          images.length > 1 ? (
            <ReorderHint />
          ) : null
        ) : (
          <p className="workflows-images__note">
            <Icon name="lock" size={12} />
            {t('attachments:readOnly')}
          </p>
        )}
      </div>
      <LiveRegion {...said} />
      {opened ? (
        <ImageDrawer
          collection={config.media.collection}
          id={opened.imageId}
          key={opened.imageId}
          onChanged={() => void attachments.reload()}
          onClose={() => setOpened(null)}
        />
      ) : null}
      {opening ? (
        <ErrorBoundary>
          <Suspense fallback={null}>
            <AttachDialog
              {...opening}
              attached={images}
              config={config}
              document={document}
              onAttached={(list, count) => {
                attachments.show(list.attachments)
                if (count > 0) toast.success(t('attachments:saidAttached', { count }))
              }}
              onClose={() => setOpening(null)}
            />
          </Suspense>
        </ErrorBoundary>
      ) : null}
    </>
  )
}
