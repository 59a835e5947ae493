'use client'

import { toast, useDocumentInfo, useForm, useFormFields } from '@payloadcms/ui'
import { useState } from 'react'

import type { Id } from '../../../client/types.js'
import type { BuilderHandle } from '../context.js'

import { fileNameOf } from '../../../plugins/workflows/graph/templateFile.js'
import { useWorkflows } from '../../active-workflows/context.js'
import { describeError } from '../../shared/describeError.js'
import { useWorkflowsApi } from '../../shared/useWorkflowsApi.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { downloadJson } from '../files/downloadJson.js'
import { writeTemplateFile } from '../files/writeTemplateFile.js'
import { useElsewhere } from './useElsewhere.js'

/** What one may do with the whole workflow besides saving and running it. */
export function useTemplateActs({ handle, name }: { handle: BuilderHandle | null; name: string }) {
  const api = useWorkflowsApi()
  const { t } = useWorkflowsTranslation()
  const { site } = useWorkflows()
  const { id } = useDocumentInfo()
  const { setModified } = useForm()
  const { addressOf, open, leave } = useElsewhere()
  const description = useFormFields(([fields]) => textOf(fields?.description?.value))
  const category = useFormFields(([fields]) => textOf(fields?.category?.value))
  const [isBusy, setBusy] = useState(false)

  const attempt = async (work: (id: Id) => Promise<void>) => {
    if (isBusy || id === undefined) return
    setBusy(true)
    try {
      await work(id)
    } catch (error) {
      toast.error(describeError(error, t).message)
    } finally {
      setBusy(false)
    }
  }
  return {
    isBusy,
    exportFile: () => {
      if (!handle) return
      const { document } = handle.store.getState()
      const file = writeTemplateFile({
        document,
        name,
        description,
        category: category || 'Custom',
      })
      downloadJson({ content: file, filename: fileNameOf(name) })
    },
    clone: () =>
      attempt(async (own) => {
        const copy = await api.templates.clone({ id: own })
        open(copy.id, t('gallery:cloned', { name: copy.name }))
      }),
    duplicate: () =>
      attempt(async (own) => {
        const { doc } = await api.request<{ doc: { id: Id; name: string } }>({
          method: 'POST',
          path: `/${site.templates}/${own}/duplicate`,
          body: { _status: 'draft' },
        })
        open(doc.id, t('toolbar:duplicated', { name: doc.name }))
      }),
    remove: () =>
      attempt(async (own) => {
        await api.templates.delete({ id: own })
        setModified(false)
        toast.success(t('toolbar:deleted', { name }))
        leave(addressOf())
      }),
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
