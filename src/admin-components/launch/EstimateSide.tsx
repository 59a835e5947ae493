'use client'

import type { Estimate } from '../../client/types.js'
import type { WorkflowsSite } from '../../plugins/workflows/siteFacts.js'
import type { OutputLine } from './countOutputs.js'

import { formatDuration } from '../shared/format/formatDuration.js'
import { formatMoney } from '../shared/format/formatMoney.js'
import { Skeleton } from '../shared/Skeleton/index.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { CreatesList } from './CreatesList.js'

/** Prompts, retries and lengths differ; a quarter up and a fifth down covered our system templates. */
const RANGE = { from: 0.8, to: 1.25 }

/** What it costs, how long it takes, what will be there afterwards and where. */
export function EstimateSide({
  estimate,
  state,
  lines,
  site,
}: {
  estimate: Estimate | null
  state: 'counting' | 'failed' | 'ready'
  lines: OutputLine[]
  site: WorkflowsSite
}) {
  const { t, locale } = useWorkflowsTranslation()
  const number = new Intl.NumberFormat(locale)
  const money = (amount: number) => formatMoney({ amount, locale })
  return (
    <aside aria-label={t('launch:estimate')} className="workflows-launch__side">
      <p className="workflows-launch__caption">{t('launch:estimate')}</p>
      {estimate ? (
        <div aria-busy={state === 'counting'} className="workflows-launch__figures">
          <p className="workflows-launch__price">
            {estimate.cost > 0
              ? t('launch:priceRange', {
                  from: money(estimate.cost * RANGE.from),
                  to: money(estimate.cost * RANGE.to),
                })
              : t('launch:noCost')}
          </p>
          <p className="workflows-launch__time">
            {t('launch:about', { value: formatDuration({ ms: estimate.durationMs, locale }) })}
          </p>
          <dl className="workflows-launch__facts">
            <div>
              <dt>{t('launch:items')}</dt>
              <dd>{number.format(estimate.items)}</dd>
            </div>
            <div>
              <dt>{t('launch:tokens')}</dt>
              <dd>{t('launch:about', { value: number.format(estimate.tokens) })}</dd>
            </div>
          </dl>
        </div>
      ) : state === 'failed' ? (
        <p className="workflows-launch__time">{t('launch:estimateFailed')}</p>
      ) : (
        <div className="workflows-launch__figures">
          <Skeleton style={{ width: 140, height: 24 }} />
          <Skeleton style={{ width: 90, marginTop: 12 }} />
        </div>
      )}
      <CreatesList lines={lines} site={site} />
      {estimate ? (
        <details className="workflows-launch__assumptions">
          <summary>{t('launch:assumptions')}</summary>
          <ul>
            {estimate.assumptions.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </aside>
  )
}
