'use client'

import { useField } from '@payloadcms/ui'
import { useRef } from 'react'

import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** What the server takes: collections/workflow-templates/fields.ts. */
const LONGEST = 200

/** The name, which is edited where it stands. */
export function NameEdit({ readOnly, isMissing }: { readOnly: boolean; isMissing: boolean }) {
  const { t } = useWorkflowsTranslation()
  const { value, setValue, path } = useField<string>({ path: 'name' })
  const before = useRef('')
  const name = value ?? ''
  if (readOnly) {
    return (
      <h1 className="workflows-toolbar__name" dir="auto" title={name}>
        {name || t('toolbar:untitled')}
      </h1>
    )
  }
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    // Enter in the only text field would submit the form, which publishes.
    if (event.key === 'Enter') {
      event.preventDefault()
      event.currentTarget.blur()
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      setValue(before.current)
      event.currentTarget.blur()
    }
  }
  return (
    <h1 className="workflows-toolbar__heading">
      <span className="workflows-toolbar__grow" data-value={name || t('toolbar:namePlaceholder')}>
        <input
          aria-invalid={isMissing || undefined}
          aria-label={t('toolbar:name')}
          className="workflows-toolbar__name"
          dir="auto"
          id={`field-${path}`}
          maxLength={LONGEST}
          onChange={(event) => setValue(event.target.value)}
          onFocus={() => {
            before.current = name
          }}
          onKeyDown={onKeyDown}
          placeholder={t('toolbar:namePlaceholder')}
          size={1}
          title={name}
          value={name}
        />
      </span>
    </h1>
  )
}
