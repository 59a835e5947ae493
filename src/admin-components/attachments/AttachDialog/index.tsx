'use client'

import { useEffect, useEffectEvent, useMemo, useState } from 'react'

import type { AttachmentList, AttachmentView, DocumentRef } from '../../../client/types.js'
import type { AttachmentsFieldConfig } from '../../../plugins/workflows/fields/attachmentsField.js'

import { Dialog } from '../../shared/Dialog/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { hindranceOf, type LibraryImage } from '../library/libraryImage.js'
import { LibraryTab } from '../library/LibraryTab.js'
import { NOTHING } from '../library/selection.js'
import { AttachmentLimits } from '../limits.js'
import { UploadTab } from '../upload/UploadTab.js'
import { useUploads } from '../upload/useUploads.js'
import { usePlace } from '../usePlace.js'
import { DialogFooter } from './DialogFooter.js'
import { Tabs } from './Tabs.js'
import { useAttach } from './useAttach.js'
import './index.css'

/** Chooses images that are there, uploads new ones, and attaches both at once. */
export function AttachDialog({
  config,
  document,
  attached,
  tab: firstTab,
  files,
  onAttached,
  onClose,
}: {
  config: AttachmentsFieldConfig
  document: DocumentRef
  attached: AttachmentView[]
  tab: 'library' | 'upload'
  /** Dropped on the field already. */
  files: File[]
  onAttached: (list: AttachmentList, count: number) => void
  onClose: () => void
}) {
  const { t } = useWorkflowsTranslation()
  const { limits } = config
  const [tab, setTab] = useState(firstTab)
  const [selection, setSelection] = useState(NOTHING)
  const [isLeaving, setLeaving] = useState(false)
  const place = usePlace(config)
  const room = Math.max(0, limits.images - attached.length)
  const uploads = useUploads({ config, place, room: room - selection.images.length })
  const sendable = uploads.uploads.filter(({ problem }) => problem === null)
  const count = selection.images.length + sendable.length
  const attach = useAttach({
    document,
    selection,
    uploads,
    onAttached,
    onFinished: onClose,
    onPartly: () => {
      setSelection(NOTHING)
      setTab('upload')
    },
  })

  const takeDropped = useEffectEvent(() => files.length > 0 && uploads.add(files))
  useEffect(() => void takeDropped(), [])

  const attachedIds = useMemo(
    () => new Set(attached.map(({ imageId }) => String(imageId))),
    [attached],
  )
  const hindrance = (image: LibraryImage) =>
    hindranceOf({ image, attached: attachedIds, maxBytes: limits.bytes })
  const askClose = () => {
    if (isLeaving) setLeaving(false)
    else if (count > 0) setLeaving(true)
    else onClose()
  }
  const tabs = [
    {
      value: 'library' as const,
      label: t(place.hasProjects ? 'attachments:selectTab' : 'attachments:selectTabElsewhere'),
    },
    { value: 'upload' as const, label: t('attachments:uploadTab') },
  ]
  return (
    <AttachmentLimits value={limits}>
      <Dialog
        footer={
          <DialogFooter
            bytes={
              sum(selection.images.map(({ filesize }) => filesize)) +
              sum(sendable.map(({ file }) => file.size))
            }
            count={count}
            isLeaving={isLeaving}
            onAttach={() => void attach.start()}
            onClose={onClose}
            onStay={() => setLeaving(false)}
            problem={attach.problem}
            progress={attach.isBusy ? progressOf(sendable) : null}
            room={room - count}
          />
        }
        onAskClose={askClose}
        onClose={onClose}
        title={t('attachments:attachImages')}
      >
        <Tabs label={t('attachments:attachImages')} onChange={setTab} tabs={tabs} value={tab}>
          {tab === 'library' ? (
            <LibraryTab
              config={config}
              hindranceOf={hindrance}
              onSelect={setSelection}
              onUploadInstead={() => setTab('upload')}
              place={place}
              room={room - sendable.length}
              selection={selection}
            />
          ) : (
            <UploadTab isBusy={attach.isBusy} room={room - count} uploads={uploads} />
          )}
        </Tabs>
      </Dialog>
    </AttachmentLimits>
  )
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0)

const progressOf = (uploads: { state: string }[]) => ({
  done: uploads.filter(({ state }) => state === 'uploaded').length,
  total: uploads.length,
})
