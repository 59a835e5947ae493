'use client'

import { Button, toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'
import { useRef, useState } from 'react'

import type { TemplateFile } from '../../client/types.js'

import { useWorkflows } from '../active-workflows/context.js'
import { describeError } from '../shared/describeError.js'
import { useWorkflowsApi } from '../shared/useWorkflowsApi.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'

/** A template from a file of another site, checked by the server and opened in the builder. */
export function ImportButton() {
  const { t } = useWorkflowsTranslation()
  const api = useWorkflowsApi()
  const { site } = useWorkflows()
  const { config } = useConfig()
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [isBusy, setBusy] = useState(false)
  const importFile = async (file: File) => {
    setBusy(true)
    try {
      const content = parse(await file.text())
      if (!content) return void toast.error(t('gallery:notATemplate', { name: file.name }))
      // The server checks every part of it and names what is wrong.
      const template = await api.templates.import({ file: content as TemplateFile })
      toast.success(t('gallery:imported', { name: template.name }))
      const path = `/collections/${site.templates}/${template.id}` as const
      router.push(formatAdminURL({ adminRoute: config.routes.admin, path }))
    } catch (error) {
      toast.error(describeError(error, t).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button
        buttonStyle="pill"
        disabled={isBusy}
        onClick={() => input.current?.click()}
        size="small"
      >
        {t('gallery:import')}
      </Button>
      <input
        accept="application/json,.json"
        aria-label={t('gallery:import')}
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void importFile(file)
        }}
        ref={input}
        type="file"
      />
    </>
  )
}

function parse(text: string): object | null {
  try {
    const content: unknown = JSON.parse(text)
    return content && typeof content === 'object' ? content : null
  } catch {
    return null
  }
}
