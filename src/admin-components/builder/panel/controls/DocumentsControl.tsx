'use client'

import { useFormFields } from '@payloadcms/ui'
import { useState } from 'react'

import type { ControlProps } from '../form/controlProps.js'

import { useWorkflows } from '../../../active-workflows/context.js'
import { useDocumentSearch } from '../../../launch/useDocumentSearch.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useTitles } from '../data/useTitles.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { textOf } from '../form/shapeOf.js'
import { Chooser } from './Chooser.js'

/** Documents the model reads, found by their title, of the template's workspace. */
export function DocumentsControl({ frame, value, readOnly, onChange }: ControlProps) {
  const { t } = useWorkflowsTranslation()
  const { site } = useWorkflows()
  const [search, setSearch] = useState('')
  const workspace = useFormFields(([fields]) => fields?.workspace?.value)
  const place = typeof workspace === 'string' || typeof workspace === 'number' ? workspace : null
  const found = useDocumentSearch({ site, project: null, workspace: place, search })
  const ids = Array.isArray(value) ? value.map(textOf) : []
  const { collection, titleField } = site.documents
  const titles = useTitles({ collection, titleField, ids })
  const known = new Map(found?.docs.map(({ id, title }) => [String(id), title]))
  const set = (next: string[]) => onChange(next.length === 0 ? undefined : next)
  return (
    <FieldFrame {...frame}>
      <Chooser
        {...ariaOf(frame)}
        chosen={ids.map((id) => ({
          id,
          label:
            titles?.get(id) ?? known.get(id) ?? (titles ? t('panel:lostDocument', { id }) : id),
        }))}
        emptyWords={t('launch:noDocuments')}
        icon="doc"
        onAdd={(id) => set([...ids, id])}
        onRemove={(id) => set(ids.filter((one) => one !== id))}
        onSearch={setSearch}
        options={
          found ? found.docs.map(({ id, title }) => ({ id: String(id), label: title })) : null
        }
        placeholder={t('launch:addDocument')}
        readOnly={readOnly}
        search={search}
      />
    </FieldFrame>
  )
}
