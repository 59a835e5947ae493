'use client'

import { toast } from '@payloadcms/ui'

import type {
  AgentJob,
  ExecutionDetail,
  NodeState,
} from '../../../plugins/workflows/operations/executions/types.js'
import type { Controls } from '../useControls.js'

import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { ActionButton } from '../ActionButton.js'

/** What happened, what to do, what was kept; the code is there for whoever helps. */
export function NodeError({
  detail,
  node,
  jobs,
  controls,
  refusal,
}: {
  detail: ExecutionDetail
  node: NodeState
  jobs: AgentJob[]
  controls: Controls
  refusal: string | null
}) {
  const { t } = useWorkflowsTranslation()
  const failed = jobs.filter(({ status }) => status === 'failed')
  const error = node.error ?? failed[0]?.error ?? detail.error
  const code = [error?.code, error?.requestId].filter(Boolean).join(' · ')
  const copy = async () => {
    await navigator.clipboard.writeText(code)
    toast.success(t('shared:codeCopied'))
  }
  const may = (action: 'retry-node' | 'skip-node') => detail.allowed.includes(action)
  return (
    <section aria-label={t('status:failed')} className="workflows-node-error">
      <Icon className="workflows-node-error__icon" name="warn" />
      <div className="workflows-node-error__words">
        <p className="workflows-node-error__title" dir="auto">
          {error?.message ?? t('monitor:failedUnknown')}
        </p>
        <p>
          {t('monitor:whatToDo', { count: failed.length || 1 })}
          {node.itemsDone > 0 ? ` ${t('monitor:othersKept', { count: node.itemsDone })}` : ''}
        </p>
        {code ? (
          <button
            aria-label={t('shared:copyCode', { code })}
            className="workflows-error__code"
            onClick={() => void copy()}
            type="button"
          >
            {code}
            <Icon name="copy" size={12} />
          </button>
        ) : null}
        {may('skip-node') ? (
          <div className="workflows-side__buttons">
            <ActionButton
              disabled={controls.busy !== null}
              icon="skip"
              onClick={() => controls.ask({ action: 'skip', nodeId: node.id, label: node.label })}
              reason={refusal}
              small
            >
              {t('monitor:skipStep')}
            </ActionButton>
          </div>
        ) : null}
      </div>
    </section>
  )
}
