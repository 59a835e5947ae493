'use client'

import { useId, useState } from 'react'

import type { JsonObject } from '../../../plugins/workflows/graph/types.js'
import type { NodeState } from '../../../plugins/workflows/operations/executions/types.js'
import type { Controls } from '../useControls.js'

import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { ActionButton } from '../ActionButton.js'
import { PromptBox } from './PromptBox.js'

/** Prompt and quantity of a node that has not begun, while the execution is paused. */
export function AdjustForm({
  node,
  config,
  controls,
  refusal,
}: {
  node: NodeState
  config: { promptTemplate: string; quantity: number | null }
  controls: Controls
  refusal: string | null
}) {
  const { t } = useWorkflowsTranslation()
  const { adjustments } = controls.typed
  const of = JSON.stringify(config)
  const [{ prompt, quantity }, setValues] = useState(() => {
    const typed = adjustments.get(node.id)
    // When the settings themselves have changed meanwhile, it was about others.
    return typed?.of === of ? typed : { prompt: config.promptTemplate, quantity: config.quantity }
  })
  const [problem, setProblem] = useState<string | null>(null)
  const id = useId()
  const changed: JsonObject = {
    ...(prompt !== config.promptTemplate && { promptTemplate: prompt }),
    ...(quantity !== null && quantity !== config.quantity && { quantity }),
  }
  const isChanged = Object.keys(changed).length > 0
  const change = (values: { prompt?: string; quantity?: number }) => {
    const next = { prompt, quantity, ...values }
    adjustments.set(node.id, { of, ...next })
    setValues(next)
  }
  const isBusy = controls.busy !== null
  const isFit = prompt.trim() !== '' && (quantity === null || quantity >= 1)
  const save = async () => {
    setProblem(await controls.adjust({ nodeId: node.id, label: node.label, config: changed }))
  }
  return (
    <div className="workflows-retry">
      <PromptBox
        disabled={refusal !== null || isBusy}
        help={t('monitor:adjustHelp')}
        name={node.label}
        onChange={(text) => {
          change({ prompt: text })
          setProblem(null)
        }}
        problem={problem}
        value={prompt}
      />
      {quantity === null ? null : (
        <p className="workflows-retry__number">
          <label className="workflows-retry__label" htmlFor={id}>
            {t('monitor:adjustQuantity')}
          </label>
          <input
            disabled={refusal !== null || isBusy}
            id={id}
            inputMode="numeric"
            min={1}
            onChange={(event) => change({ quantity: Math.trunc(event.target.valueAsNumber) || 0 })}
            type="number"
            value={quantity === 0 ? '' : quantity}
          />
        </p>
      )}
      <div className="workflows-retry__foot">
        <ActionButton
          disabled={isBusy || !isChanged || !isFit}
          onClick={() => void save()}
          reason={refusal}
          tone="primary"
        >
          {t('monitor:adjustSave')}
        </ActionButton>
        {isChanged ? (
          <ActionButton
            disabled={isBusy}
            onClick={() => {
              adjustments.delete(node.id)
              setValues({ prompt: config.promptTemplate, quantity: config.quantity })
              setProblem(null)
            }}
          >
            {t('review:undoAll')}
          </ActionButton>
        ) : null}
      </div>
    </div>
  )
}

/** What can be adjusted of a step; null for steps that have no prompt. */
export function adjustable(config: JsonObject | undefined) {
  const { promptTemplate, quantity } = config ?? {}
  if (typeof promptTemplate !== 'string') return null
  return { promptTemplate, quantity: typeof quantity === 'number' ? quantity : null }
}
