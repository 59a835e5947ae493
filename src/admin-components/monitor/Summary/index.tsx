'use client'

import type { MonitorProps } from '../types.js'

import { NodeTile } from '../../flow/NodeTile/index.js'
import { formatDuration } from '../../shared/format/formatDuration.js'
import { formatMoney } from '../../shared/format/formatMoney.js'
import { Icon } from '../../shared/Icon/index.js'
import { StatusIcon } from '../../shared/StatusPill/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import './index.css'

/** Beside the outputs: the result in figures, what happened per node, and what it was made from. */
export function Summary({
  detail,
  props: { names, madeFrom, graph },
  onSelect,
}: {
  detail: MonitorProps['initial']
  props: MonitorProps
  onSelect: (id: string) => void
}) {
  const { t, locale } = useWorkflowsTranslation()
  const number = new Intl.NumberFormat(locale)
  const { outputs, totals, nodes } = detail
  const figures = [
    {
      key: 'd',
      label: t('monitor:documentsLabel'),
      value: number.format(outputs.documents.length),
    },
    { key: 'i', label: t('monitor:imagesLabel'), value: number.format(outputs.media.length) },
    {
      key: 't',
      label: t('monitor:tokensLabel'),
      value: number.format(totals.tokensIn + totals.tokensOut),
    },
    { key: 'c', label: t('monitor:cost'), value: formatMoney({ amount: totals.cost, locale }) },
  ]
  const summaries = new Map(graph.steps.map(({ id, summary }) => [id, summary]))
  const branchOf = ({ id, branch }: (typeof nodes)[number]) =>
    graph.steps.find((step) => step.id === id)?.branches.find((one) => one.id === branch)?.label
  const took = ({ startedAt, completedAt }: (typeof nodes)[number]) =>
    startedAt && completedAt
      ? formatDuration({ ms: Date.parse(completedAt) - Date.parse(startedAt), locale })
      : ''
  const what = (node: (typeof nodes)[number]) =>
    node.status === 'skipped'
      ? t('monitor:notNeeded')
      : branchOf(node) ||
        node.review?.decidedBy ||
        (node.itemsTotal > 1
          ? t('monitor:made', { count: node.itemsDone })
          : (summaries.get(node.id) ?? ''))
  return (
    <aside aria-label={t('monitor:result')} className="workflows-summary">
      <section>
        <h2>{t('monitor:result')}</h2>
        <dl className="workflows-summary__figures">
          {figures.map(({ key, label, value }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{t('monitor:whatHappened')}</h2>
        <ul className="workflows-summary__steps">
          {nodes.map((node) => (
            <li key={node.id}>
              <button
                className="workflows-summary__step"
                onClick={() => onSelect(node.id)}
                type="button"
              >
                <NodeTile type={node.type} />
                <span className="workflows-summary__words">
                  <span>{node.label}</span>
                  <span>{what(node)}</span>
                </span>
                <span className="workflows-summary__time">{took(node)}</span>
                <StatusIcon status={node.status} />
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('monitor:madeFrom')}</h2>
        <ul className="workflows-summary__from">
          {names.launchedBy ? (
            <li>
              <Icon name="person" />
              {t('monitor:launchedBy', { name: names.launchedBy })}
            </li>
          ) : null}
          {names.project ? (
            <li>
              <Icon name="target" />
              {t('monitor:project', { name: names.project })}
            </li>
          ) : null}
          {madeFrom.documents + madeFrom.files > 0 ? (
            <li>
              <Icon name="doc" />
              {[
                t('monitor:contextDocuments', { count: madeFrom.documents }),
                ...(madeFrom.files > 0 ? [t('monitor:files', { count: madeFrom.files })] : []),
              ].join(', ')}
            </li>
          ) : null}
          <li>
            <Icon name="flow" />
            {detail.template.name}
          </li>
        </ul>
      </section>
    </aside>
  )
}
