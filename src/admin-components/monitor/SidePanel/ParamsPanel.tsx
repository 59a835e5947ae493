'use client'

import type { JsonValue, TemplateInput } from '../../../plugins/workflows/graph/types.js'
import type { ExecutionDetail } from '../../../plugins/workflows/operations/executions/types.js'
import type { Controls } from '../useControls.js'

import { EmptyState } from '../../shared/EmptyState/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { ParamsForm } from './ParamsForm.js'

/** What was filled in at launch, in the order of the form; while paused, the form itself. */
export function ParamsPanel({
  inputs,
  detail: { params, status, allowed },
  controls,
  refusal,
}: {
  inputs: TemplateInput[]
  detail: ExecutionDetail
  controls: Controls
  refusal: string | null
}) {
  const { t } = useWorkflowsTranslation()
  const labels = new Map(inputs.map(({ name, label }) => [name, label]))
  const order = [...labels.keys()]
  const names = Object.keys(params).sort((a, b) => rank(order, a) - rank(order, b))
  const mayAdjust = status === 'paused' && allowed.includes('adjust') && refusal === null
  if (mayAdjust && inputs.length > 0) {
    return <ParamsForm controls={controls} inputs={inputs} params={params} />
  }
  if (names.length === 0) {
    return <EmptyState bordered={false} icon="braces" title={t('monitor:noParams')} />
  }
  return (
    <dl className="workflows-side__params">
      {names.map((name) => (
        <div key={name}>
          <dt>{labels.get(name) ?? name}</dt>
          <dd dir="auto">{show(params[name] ?? null) || '–'}</dd>
        </div>
      ))}
    </dl>
  )
}

const rank = (order: string[], name: string): number =>
  order.includes(name) ? order.indexOf(name) : order.length

const show = (value: JsonValue): string =>
  value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
