'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import type { WorkflowsClient } from '../../client/createWorkflowsClient.js'
import type { JsonObject } from '../../plugins/workflows/graph/types.js'
import type { ExecutionDetail } from '../../plugins/workflows/operations/executions/types.js'

import { type ApiIssue, WorkflowsApiError } from '../../client/WorkflowsApiError.js'
import { describeError } from '../shared/describeError.js'
import { Dialog } from '../shared/Dialog/index.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { createTyped, type Typed } from './typed.js'

export type Control =
  | { action: 'pause' | 'resume' | 'stop' }
  | { action: 'retry' | 'skip'; nodeId: string; label: string }

export interface Controls {
  busy: Control['action'] | 'adjust' | null
  ask: (control: Control) => void
  /** Retries a node with another prompt. @returns What is wrong with the prompt, as a sentence. */
  retryWith: (retry: { nodeId: string; label: string; prompt: string }) => Promise<string | null>
  /** Other settings for a node that has not begun. @returns What is wrong with them, as a sentence. */
  adjust: (change: { nodeId: string; label: string; config: JsonObject }) => Promise<string | null>
  /** Other answers to the launch form. @returns What is wrong with them; none: done, null: it did not get through. */
  adjustParams: (params: JsonObject) => Promise<ApiIssue[] | null>
  typed: Typed
  /** Prompts that were changed on this page, by node: what came with the page is older. */
  prompts: ReadonlyMap<string, string>
  /** Render it once. */
  dialog: React.ReactNode
}

/** Stop and skip lose something, so they ask first. */
const NEEDS_WORD = new Set(['stop', 'skip'])

export function useControls({
  id,
  api,
  accept,
}: {
  id: string
  api: WorkflowsClient
  accept: (detail: ExecutionDetail) => void
}): Controls {
  const { t } = useWorkflowsTranslation()
  const router = useRouter()
  const [asking, setAsking] = useState<Control | null>(null)
  const [busy, setBusy] = useState<Controls['busy']>(null)
  const [typed] = useState(createTyped)
  const [prompts, setPrompts] = useState<ReadonlyMap<string, string>>(new Map())

  const perform = async (control: Control) => {
    setBusy(control.action)
    try {
      accept(await send({ api, id, control }))
      toast.success(t(`monitor:done_${control.action}`, nameOf(control)))
    } catch (error) {
      toast.error(describeError(error, t).message)
      // Somebody else was first: show what it is like now.
      if (error instanceof WorkflowsApiError && error.status === 409) {
        accept(await api.executions.get({ id }))
      }
    } finally {
      setBusy(null)
    }
  }
  /** @returns The refusal of what was typed; null = done, undefined = it did not get through. */
  const change = async (
    action: 'adjust' | 'retry',
    done: string,
    act: () => Promise<ExecutionDetail>,
  ): Promise<WorkflowsApiError | null | undefined> => {
    setBusy(action)
    try {
      accept(await act())
      toast.success(done)
      return null
    } catch (error) {
      if (error instanceof WorkflowsApiError && error.status === 422) return error
      toast.error(describeError(error, t).message)
      if (error instanceof WorkflowsApiError && error.status === 409) {
        accept(await api.executions.get({ id }))
      }
      return undefined
    } finally {
      setBusy(null)
    }
  }
  const sentenceOf = (refused: WorkflowsApiError | null | undefined) =>
    refused ? describeError(refused, t).message : null
  const retryWith: Controls['retryWith'] = async ({ nodeId, label, prompt }) =>
    sentenceOf(
      await change('retry', t('monitor:done_retry', { name: label }), async () => {
        const config = { promptTemplate: prompt }
        const detail = await api.executions.retryNode({ id, nodeId, config })
        setPrompts((known) => new Map(known).set(nodeId, prompt))
        typed.retries.delete(nodeId)
        return detail
      }),
    )
  const adjust: Controls['adjust'] = async ({ nodeId, label, config }) =>
    sentenceOf(
      await change('adjust', t('monitor:done_adjust', { name: label }), async () => {
        const detail = await api.executions.adjust({ id, nodes: { [nodeId]: { config } } })
        typed.adjustments.delete(nodeId)
        // What the cards say of their settings comes with the page.
        router.refresh()
        return detail
      }),
    )
  const adjustParams: Controls['adjustParams'] = async (params) => {
    const refused = await change('adjust', t('monitor:done_params'), () =>
      api.executions.adjust({ id, params }),
    )
    if (refused === undefined) return null
    return refused ? issuesOf(refused) : []
  }
  const ask = (control: Control) => {
    if (NEEDS_WORD.has(control.action)) setAsking(control)
    else void perform(control)
  }
  const confirm = (control: Control) => {
    setAsking(null)
    void perform(control)
  }
  const close = () => setAsking(null)
  const dialog = asking ? (
    <Dialog
      footer={
        <>
          <span className="workflows-monitor__grow" />
          <Button buttonStyle="secondary" margin={false} onClick={close}>
            {t('monitor:keepGoing')}
          </Button>
          <Button
            buttonStyle="secondary"
            className="workflows-danger"
            margin={false}
            onClick={() => confirm(asking)}
          >
            {t(`monitor:confirm_${asking.action === 'stop' ? 'stop' : 'skip'}`)}
          </Button>
        </>
      }
      onClose={close}
      title={t(asking.action === 'stop' ? 'monitor:ask_stop' : 'monitor:ask_skip', nameOf(asking))}
      width={480}
    >
      <p className="workflows-monitor__ask">
        {t(asking.action === 'stop' ? 'monitor:lost_stop' : 'monitor:lost_skip')}
      </p>
    </Dialog>
  ) : null
  return { busy, ask, retryWith, adjust, adjustParams, typed, prompts, dialog }
}

/** A refusal that names no field is one all the same. */
const issuesOf = ({ issues, code, message }: WorkflowsApiError): ApiIssue[] =>
  issues.length > 0 ? issues : [{ code, message }]

const nameOf = (control: Control) => ({ name: 'label' in control ? control.label : '' })

function send({ api, id, control }: { api: WorkflowsClient; id: string; control: Control }) {
  switch (control.action) {
    case 'retry':
      return api.executions.retryNode({ id, nodeId: control.nodeId })
    case 'skip':
      return api.executions.skipNode({ id, nodeId: control.nodeId })
    case 'pause':
      return api.executions.pause({ id })
    case 'resume':
      return api.executions.resume({ id })
    case 'stop':
      return api.executions.stop({ id })
  }
}
