'use client'

import { useField } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'

import type { Id } from '../../../../client/types.js'

import { useWorkflowsApi } from '../../../shared/useWorkflowsApi.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'

interface Page {
  docs: Record<string, unknown>[]
}

/** Whose template it is; offered are the workspaces the user may see, the server checks the choice. */
export function WorkspaceField({
  collection,
  titleField,
  readOnly,
}: {
  collection: string
  titleField: string
  readOnly: boolean
}) {
  const { t } = useWorkflowsTranslation()
  const api = useWorkflowsApi()
  const id = useId()
  const { value, setValue } = useField<Id | null>({ path: 'workspace' })
  const [options, setOptions] = useState<{ id: Id; name: string }[] | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    api
      .request<Page>({
        path: `/${collection}`,
        query: { depth: 0, limit: 100, sort: titleField, select: { [titleField]: true } },
        signal: controller.signal,
      })
      .then(({ docs }) =>
        setOptions(
          docs.map((doc) => ({
            id: typeof doc.id === 'number' ? doc.id : String(doc.id),
            name: String(doc[titleField] ?? doc.id),
          })),
        ),
      )
      // The template keeps the workspace it has.
      .catch(() => undefined)
    return () => controller.abort()
  }, [api, collection, titleField])
  const chosen = value === null || value === undefined ? '' : String(value)
  const isKnown = options?.some((option) => String(option.id) === chosen)
  const frame = { id, label: t('panel:workspace'), help: t('panel:workspaceHelp') }
  return (
    <FieldFrame {...frame}>
      <select
        {...ariaOf(frame)}
        className="workflows-control"
        disabled={readOnly || options === null}
        onChange={({ target }) =>
          setValue(options?.find((option) => String(option.id) === target.value)?.id ?? null)
        }
        value={chosen}
      >
        {chosen === '' ? <option value="">{t('panel:ownWorkspace')}</option> : null}
        {chosen !== '' && !isKnown ? (
          <option value={chosen}>{options ? t('panel:otherWorkspace') : '…'}</option>
        ) : null}
        {options?.map((option) => (
          <option key={String(option.id)} value={String(option.id)}>
            {option.name}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
