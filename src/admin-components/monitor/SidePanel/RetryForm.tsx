'use client'

import { useState } from 'react'

import type { NodeState } from '../../../plugins/workflows/operations/executions/types.js'
import type { Controls } from '../useControls.js'

import { formatMoney } from '../../shared/format/formatMoney.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { ActionButton } from '../ActionButton.js'
import { PromptBox } from './PromptBox.js'

const RETRY_WORDS = {
  generate_copy: 'monitor:retryCopies',
  generate_image: 'monitor:retryImages',
} as const

/** The prompt of a failed node, ready to be changed, and the one thing to do next with its price. */
export function RetryForm({
  node,
  failed,
  prompt,
  cost,
  controls,
  refusal,
}: {
  node: NodeState
  /** Items that run again. */
  failed: number
  /** As the template has it; null for nodes without one. */
  prompt: string | null
  /** Dollars of all of them; null = not known. */
  cost: number | null
  controls: Controls
  refusal: string | null
}) {
  const { t, locale } = useWorkflowsTranslation()
  const original = controls.prompts.get(node.id) ?? prompt
  const [text, setText] = useState(() => controls.typed.retries.get(node.id) ?? original)
  const [problem, setProblem] = useState<string | null>(null)
  const isChanged = text !== null && text !== original
  const isEmpty = text !== null && text.trim() === ''
  const retry = async () => {
    setProblem(null)
    if (!isChanged) controls.ask({ action: 'retry', nodeId: node.id, label: node.label })
    else setProblem(await controls.retryWith({ nodeId: node.id, label: node.label, prompt: text }))
  }
  const word = RETRY_WORDS[node.type as keyof typeof RETRY_WORDS] ?? 'monitor:retryItems'
  return (
    <div className="workflows-retry">
      {text === null ? null : (
        <PromptBox
          disabled={refusal !== null || controls.busy !== null}
          help={t('monitor:promptApplies', { count: failed })}
          name={node.label}
          onChange={(value) => {
            controls.typed.retries.set(node.id, value)
            setText(value)
            setProblem(null)
          }}
          problem={problem}
          value={text}
        />
      )}
      <div className="workflows-retry__foot">
        <ActionButton
          disabled={controls.busy !== null || isEmpty}
          icon="retry"
          onClick={() => void retry()}
          reason={refusal}
          tone="primary"
        >
          {isChanged ? t('monitor:retryPrompt') : t(word, { count: failed })}
        </ActionButton>
        {isChanged ? (
          <ActionButton
            disabled={controls.busy !== null}
            onClick={() => {
              controls.typed.retries.delete(node.id)
              setText(original)
            }}
          >
            {t('review:undoAll')}
          </ActionButton>
        ) : null}
        {cost === null ? null : (
          <span className="workflows-retry__price">
            {t('launch:about', { value: formatMoney({ amount: cost, locale }) })}
          </span>
        )}
      </div>
    </div>
  )
}
