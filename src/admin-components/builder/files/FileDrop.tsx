'use client'

import { useId, useState } from 'react'

import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import './files.css'

/** Where a file is dropped or chosen. */
export function FileDrop({ help, onFile }: { help: string; onFile: (file: File) => void }) {
  const { t } = useWorkflowsTranslation()
  const [isOver, setOver] = useState(false)
  const id = useId()
  return (
    <div
      className={isOver ? 'workflows-file-drop workflows-file-drop--over' : 'workflows-file-drop'}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault()
        event.stopPropagation()
        setOver(true)
      }}
      onDrop={(event) => {
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        const [file] = event.dataTransfer.files
        if (file) onFile(file)
      }}
    >
      <Icon name="upload" size={20} />
      <span>
        <label className="workflows-file-drop__choose" htmlFor={id}>
          {t('toolbar:importChoose')}
        </label>{' '}
        {t('toolbar:importDrop')}
      </span>
      <span className="workflows-file-drop__help">{help}</span>
      <input
        accept="application/json,.json"
        className="workflows-sr-only"
        id={id}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // The same file again, mended meanwhile, is a choice too.
          event.target.value = ''
          if (file) onFile(file)
        }}
        type="file"
      />
    </div>
  )
}
