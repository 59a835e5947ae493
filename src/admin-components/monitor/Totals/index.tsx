'use client'

import type { ExecutionDetail } from '../../../plugins/workflows/operations/executions/types.js'

import { formatDuration } from '../../shared/format/formatDuration.js'
import { formatMoney } from '../../shared/format/formatMoney.js'
import { Icon, type IconName } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import './index.css'

/** The sum of it: what was made, what it took, and for whom. */
export function Totals({
  detail,
  now,
  names,
}: {
  detail: ExecutionDetail
  now: number
  names: { launchedBy: string | null; project: string | null }
}) {
  const { t, locale } = useWorkflowsTranslation()
  const { outputs, totals, startedAt, completedAt } = detail
  const tokens = totals.tokensIn + totals.tokensOut
  const end = completedAt ? Date.parse(completedAt) : now
  const took = startedAt ? Math.max(0, end - Date.parse(startedAt)) : 0
  const facts: { icon: IconName; text: string }[] = [
    { icon: 'doc', text: t('monitor:documents', { count: outputs.documents.length }) },
    { icon: 'image', text: t('monitor:images', { count: outputs.media.length }) },
    {
      icon: 'braces',
      text: t('monitor:tokens', { tokens: new Intl.NumberFormat(locale).format(tokens) }),
    },
    { icon: 'coin', text: formatMoney({ amount: totals.cost, locale }) },
    { icon: 'clock', text: formatDuration({ ms: took, locale }) },
    ...(names.launchedBy ? [{ icon: 'person' as const, text: names.launchedBy }] : []),
    ...(names.project
      ? [{ icon: 'target' as const, text: t('monitor:project', { name: names.project }) }]
      : []),
  ]
  return (
    <footer className="workflows-totals">
      {facts.map(({ icon, text }) => (
        <span className="workflows-totals__fact" key={icon}>
          <Icon name={icon} size={14} />
          <span>{text}</span>
        </span>
      ))}
    </footer>
  )
}
