'use client'

import { useState } from 'react'

import type { ControlProps } from '../form/controlProps.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useRelation } from '../data/useRelation.js'
import { useTitles } from '../data/useTitles.js'
import { useUserSearch } from '../data/useUserSearch.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { textOf } from '../form/shapeOf.js'
import { Chooser } from './Chooser.js'

/** People, found by name or address. */
export function UsersControl({ frame, value, readOnly, onChange }: ControlProps) {
  const { t } = useWorkflowsTranslation()
  const [search, setSearch] = useState('')
  const { collection, titleField } = useRelation('createdBy') ?? {
    collection: '',
    titleField: 'id',
  }
  const found = useUserSearch({ collection, titleField, search })
  const ids = Array.isArray(value) ? value.map(textOf) : []
  const titles = useTitles({ collection, titleField, ids })
  const known = new Map(found?.map(({ id, name }) => [id, name]))
  const set = (next: string[]) => onChange(next.length === 0 ? undefined : next)
  return (
    <FieldFrame {...frame}>
      <Chooser
        {...ariaOf(frame)}
        chosen={ids.map((id) => ({
          id,
          label: titles?.get(id) ?? known.get(id) ?? (titles ? t('panel:lostUser', { id }) : id),
        }))}
        emptyWords={t('panel:noUsers')}
        icon="person"
        onAdd={(id) => set([...ids, id])}
        onRemove={(id) => set(ids.filter((one) => one !== id))}
        onSearch={setSearch}
        options={
          found?.map(({ id, name, email }) => ({
            id,
            label: name,
            ...(email && email !== name && { aside: email }),
          })) ?? null
        }
        placeholder={t('panel:addUser')}
        readOnly={readOnly}
        search={search}
      />
    </FieldFrame>
  )
}
