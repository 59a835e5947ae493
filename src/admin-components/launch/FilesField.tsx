'use client'

import { useRef, useState } from 'react'

import type { UploadedFile } from './useUploads.js'

import { formatBytes } from '../shared/format/formatBytes.js'
import { Icon } from '../shared/Icon/index.js'
import { IconButton } from '../shared/IconButton/index.js'
import { ProgressBar } from '../shared/ProgressBar/index.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { FieldShell } from './FieldShell.js'
import { MOST_FILES } from './useUploads.js'
import './files.css'

/** Briefs, price lists and pictures: dropped or chosen, each with a state of its own. */
export function FilesField({
  id,
  files,
  accept,
  error,
  onAdd,
  onRemove,
}: {
  id: string
  files: UploadedFile[]
  accept: readonly string[]
  error: string | undefined
  onAdd: (files: Iterable<File>) => void
  onRemove: (key: number) => void
}) {
  const { t } = useWorkflowsTranslation()
  const [isOver, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const hasRoom = files.length < MOST_FILES
  return (
    <FieldShell error={error} group id={id} label={t('launch:files')} wide>
      <div
        className={`workflows-files${isOver ? ' workflows-files--over' : ''}`}
        onDragLeave={() => setOver(false)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          onAdd(event.dataTransfer.files)
        }}
      >
        {files.length > 0 ? (
          <ul className="workflows-files__list">
            {files.map((file) => (
              <FileRow file={file} key={file.key} onRemove={() => onRemove(file.key)} />
            ))}
          </ul>
        ) : null}
        {hasRoom ? (
          <p className="workflows-files__drop">
            <Icon name="upload" />
            {t('launch:dropFiles')}
            <button id={id} onClick={() => input.current?.click()} type="button">
              {t('launch:chooseFiles')}
            </button>
          </p>
        ) : null}
        <input
          accept={accept.join(',') || undefined}
          aria-label={t('launch:files')}
          hidden
          multiple
          onChange={(event) => {
            onAdd(event.target.files ?? [])
            // The same file chosen again is a change again.
            event.target.value = ''
          }}
          ref={input}
          type="file"
        />
      </div>
    </FieldShell>
  )
}

function FileRow({ file, onRemove }: { file: UploadedFile; onRemove: () => void }) {
  const { t, locale } = useWorkflowsTranslation()
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(file.progress)
  return (
    <li className="workflows-files__row">
      <Icon name={file.isImage ? 'image' : 'doc'} />
      <span className="workflows-files__name" title={file.name}>
        {file.name}
      </span>
      {file.error ? (
        <span className="workflows-files__failed" role="alert">
          {file.error}
        </span>
      ) : file.id === null ? (
        <span className="workflows-files__progress">
          <ProgressBar label={t('launch:uploading', { name: file.name })} value={file.progress}>
            {percent}
          </ProgressBar>
        </span>
      ) : (
        <>
          <span className="workflows-files__size">
            {formatBytes({ bytes: file.bytes, locale })}
          </span>
          <span className="workflows-pill workflows-pill--completed">
            <Icon name="check" size={12} />
            {t('launch:uploaded')}
          </span>
        </>
      )}
      <IconButton icon="x" label={t('launch:removeFile', { name: file.name })} onClick={onRemove} />
    </li>
  )
}
