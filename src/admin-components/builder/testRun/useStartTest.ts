'use client'

import { useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useCallback } from 'react'

import type { BuilderHandle } from '../context.js'
import type { SaveStatus } from '../toolbar/useSave.js'
import type { TestRequest } from './session.js'

import { useWorkflows } from '../../active-workflows/context.js'
import { describeError } from '../../shared/describeError.js'
import { useWorkflowsApi } from '../../shared/useWorkflowsApi.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { askAfterFirstSave } from '../toolbar/afterFirstSave.js'
import { launchPins, settlePins } from './pins.js'
import { testSessionOf } from './session.js'

/**
 * Saves what is drawn if need be, and launches the test of it.
 * @returns why it was not started; null when it was
 */
export function useStartTest({
  handle,
  save,
}: {
  handle: BuilderHandle | null
  save: (as: SaveStatus) => Promise<boolean>
}): (request: TestRequest) => Promise<string | null> {
  const api = useWorkflowsApi()
  const { t } = useWorkflowsTranslation()
  const { show } = useWorkflows()
  const { id } = useDocumentInfo()
  const isModified = useFormModified()
  return useCallback(
    async (request) => {
      if (!handle) return t('toolbar:testUnsaved')
      if (id === undefined) askAfterFirstSave({ kind: 'test', request })
      const mustSave = (isModified || id === undefined) && !handle.store.getState().readOnly
      if (mustSave && !(await save('draft'))) return t('toolbar:testUnsaved')
      if (id === undefined) return null
      const session = testSessionOf(handle)
      const { graph } = handle.store.getState().document
      const { kept } = settlePins({ pins: session.pins.get(), graph })
      const { upTo, params } = request
      try {
        const execution = await api.executions.launch({
          template: id,
          test: true,
          params,
          ...(upTo !== null && { upTo }),
          pins: launchPins(kept),
        })
        show(execution)
        session.detail.set(execution)
        session.shown.set({ initial: execution, graph, upTo })
        return null
      } catch (error) {
        return describeError(error, t).message
      }
    },
    [api, handle, id, isModified, save, show, t],
  )
}
