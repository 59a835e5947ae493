'use client'

import type { AgentJob, NodeState } from '../../../plugins/workflows/operations/executions/types.js'

import { formatDuration } from '../../shared/format/formatDuration.js'
import { formatMoney } from '../../shared/format/formatMoney.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

export function Figures({ node, jobs, now }: { node: NodeState; jobs: AgentJob[]; now: number }) {
  const { t, locale } = useWorkflowsTranslation()
  const starts = jobs.flatMap(({ startedAt }) => (startedAt ? [Date.parse(startedAt)] : []))
  const begin = node.startedAt ? Date.parse(node.startedAt) : Math.min(...starts)
  const end = node.completedAt ? Date.parse(node.completedAt) : Math.max(now, begin)
  const figures = [
    { key: 'items', label: t('monitor:items'), value: `${node.itemsDone} / ${node.itemsTotal}` },
    {
      key: 'tokens',
      label: t('monitor:tokensLabel'),
      value: new Intl.NumberFormat(locale).format(node.tokens),
    },
    {
      key: 'cost',
      label: t('monitor:cost'),
      value: formatMoney({ amount: node.cost, locale }),
    },
    {
      key: 'time',
      label: t('monitor:time'),
      value: Number.isFinite(begin) ? formatDuration({ ms: end - begin, locale }) : '–',
    },
  ]
  return (
    <dl className="workflows-figures">
      {figures.map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
