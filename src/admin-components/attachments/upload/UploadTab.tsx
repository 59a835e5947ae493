'use client'

import { useRef } from 'react'

import type { Uploads } from './useUploads.js'

import { Icon } from '../../shared/Icon/index.js'
import { formatBytes } from '../../shared/format/formatBytes.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useAttachmentLimits } from '../limits.js'
import { useFileDrop } from '../useFileDrop.js'
import { UploadRow } from './UploadRow.js'
import './index.css'

/** New files: dropped or chosen, listed with their alt text, sent with everything else. */
export function UploadTab({
  uploads: { uploads, types, add, remove, update },
  room,
  isBusy,
}: {
  uploads: Uploads
  /** How many more files fit. */
  room: number
  isBusy: boolean
}) {
  const { t, locale } = useWorkflowsTranslation()
  const limits = useAttachmentLimits()
  const input = useRef<HTMLInputElement>(null)
  const drop = useFileDrop({ enabled: !isBusy, onFiles: add })
  const [before, after] = t('attachments:dropOrChoose').split('{{choose}}')
  const left = Math.max(0, room)
  const said = t('attachments:limits', {
    types: new Intl.ListFormat(locale, { type: 'disjunction' }).format(types.map(shortName)),
    size: formatBytes({ bytes: limits.bytes, locale }),
    room: left > 0 ? t('attachments:room', { count: left }) : t('attachments:full'),
  })
  const over = drop.isOver ? ' workflows-upload__zone--over' : ''
  const small = uploads.length > 0 ? ' workflows-upload__zone--small' : ''
  return (
    <div className="workflows-upload" data-scroller {...drop.handlers}>
      <div className={`workflows-upload__zone${over}${small}`}>
        <Icon name="upload" size={20} />
        <p className="workflows-upload__ask">
          <bdi>
            {before}
            <button
              className="workflows-upload__choose"
              data-autofocus
              disabled={isBusy}
              onClick={() => input.current?.click()}
              type="button"
            >
              {t('attachments:chooseFiles')}
            </button>
            {after}
          </bdi>
        </p>
        <p className="workflows-upload__limits">
          <bdi>{said}</bdi>
        </p>
        <input
          accept={types.join(',')}
          hidden
          multiple
          onChange={(event) => {
            add([...(event.target.files ?? [])])
            // The same file may be chosen again after it was removed.
            event.target.value = ''
          }}
          ref={input}
          type="file"
        />
      </div>
      {uploads.length > 0 ? (
        <ul aria-label={t('attachments:files')} className="workflows-upload__list">
          {uploads.map((upload) => (
            <UploadRow
              isBusy={isBusy}
              key={upload.key}
              onAlt={(alt) => update(upload.key, { alt })}
              onRemove={() => remove(upload.key)}
              upload={upload}
            />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

/** `image/jpeg` → `JPEG`; WebP is the one that is not all capitals. */
const shortName = (type: string): string =>
  type === 'image/webp' ? 'WebP' : type.replace('image/', '').toUpperCase()
