'use client'

import { useId } from 'react'

import type { JudgedUpload } from './useUploads.js'

import { Icon, type IconName } from '../../shared/Icon/index.js'
import { IconButton } from '../../shared/IconButton/index.js'
import { ProgressBar } from '../../shared/ProgressBar/index.js'
import { describeError } from '../../shared/describeError.js'
import { formatBytes } from '../../shared/format/formatBytes.js'
import { useWorkflowsTranslation, type Translate } from '../../shared/useWorkflowsTranslation.js'
import { useAttachmentLimits } from '../limits.js'
import { Picture } from '../Picture.js'

/** One file: what it is, what it shows, and how far it is. */
export function UploadRow({
  upload,
  isBusy,
  onAlt,
  onRemove,
}: {
  upload: JudgedUpload
  isBusy: boolean
  onAlt: (alt: string) => void
  onRemove: () => void
}) {
  const { t, locale } = useWorkflowsTranslation()
  const limits = useAttachmentLimits()
  const note = useId()
  const { file, state, part, problem } = upload
  const status = statusOf({
    upload,
    t,
    size: formatBytes({ bytes: limits.bytes, locale }),
    images: limits.images,
  })
  const isSending = state === 'uploading'
  const isShown = problem !== 'notAnImage' && problem !== 'empty'
  return (
    <li className={`workflows-upload__row workflows-upload__row--${status.tone}`}>
      <span className="workflows-upload__picture">
        <Picture instead="doc" url={isShown ? upload.preview : null} />
      </span>
      <div className="workflows-upload__words">
        <p className="workflows-upload__name">
          <span dir="auto" title={file.name}>
            {file.name}
          </span>
          <span className="workflows-upload__size" dir="auto">
            {formatBytes({ bytes: file.size, locale })}
          </span>
        </p>
        {isSending ? (
          <ProgressBar label={file.name} value={part}>{`${Math.round(part * 100)} %`}</ProgressBar>
        ) : (
          <p className="workflows-upload__status" id={note}>
            {status.icon ? <Icon name={status.icon} size={12} /> : null}
            <bdi>{status.text}</bdi>
          </p>
        )}
      </div>
      {problem === null && state !== 'uploaded' ? (
        <label className="workflows-upload__alt">
          <span aria-hidden="true">{t('attachments:altText')}</span>
          <input
            aria-describedby={note}
            aria-label={t('attachments:altTextOf', { name: file.name })}
            disabled={isBusy}
            onChange={(event) => onAlt(event.target.value)}
            type="text"
            value={upload.alt}
          />
        </label>
      ) : null}
      {state === 'uploaded' ? null : (
        <IconButton
          icon="x"
          label={t(isSending ? 'attachments:cancelUpload' : 'attachments:removeFile', {
            name: file.name,
          })}
          onClick={onRemove}
        />
      )}
    </li>
  )
}

interface RowStatus {
  tone: 'done' | 'plain' | 'wrong'
  icon?: IconName
  text: string
}

const PROBLEMS = {
  empty: 'attachments:fileEmpty',
  noRoom: 'attachments:fileNoRoom',
  notAnImage: 'attachments:fileNotAnImage',
  tooLarge: 'attachments:fileTooLarge',
} as const

function statusOf({
  upload: { state, problem, error, alt },
  t,
  size,
  images,
}: {
  upload: JudgedUpload
  t: Translate
  size: string
  images: number
}): RowStatus {
  if (problem !== null) {
    const limit = problem === 'tooLarge' ? size : images
    return { tone: 'wrong', icon: 'warn', text: t(PROBLEMS[problem], { limit }) }
  }
  if (state === 'failed') {
    const text = `${t('attachments:fileFailed')} ${describeError(error, t).message}`
    return { tone: 'wrong', icon: 'warn', text }
  }
  if (state === 'uploaded') {
    return { tone: 'done', icon: 'check', text: t('attachments:fileUploaded') }
  }
  // A hint, no refusal: whether it is needed is for the site to say.
  if (alt.trim() === '') return { tone: 'plain', icon: 'info', text: t('attachments:fileNoAlt') }
  return { tone: 'plain', text: t('attachments:fileReady') }
}
