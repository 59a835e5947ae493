'use client'

import { memo } from 'react'

import type { CardView, FlowStep } from '../types.js'

import { ProgressBar } from '../../shared/ProgressBar/index.js'
import { STATUS_ICONS } from '../../shared/StatusPill/index.js'
import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { NodeTile } from '../NodeTile/index.js'
import { CardBody } from './CardBody.js'
import './index.css'

/** A node as the builder, the preview and the monitor draw it. */
export const NodeCard = memo(function NodeCard({
  step,
  view,
  selected = false,
  label,
  line: drawnLine,
  aside,
}: {
  step: FlowStep
  view?: CardView
  selected?: boolean
  /** Instead of the label: the field that renames it. */
  label?: React.ReactNode
  /** Instead of the summary, when that needs a picture; the state's own note comes first. */
  line?: React.ReactNode
  /** At the end of the head: badge and menu. */
  aside?: React.ReactNode
}) {
  const { t } = useWorkflowsTranslation()
  const status = view?.status
  const quiet = status === 'skipped' || status === 'cancelled'
  const word = status && t(`status:${status}`)
  const line = view?.note ?? step.summary
  const classes = [
    'workflows-node',
    status && `workflows-node--${status} workflows-pill--${status}`,
    selected && 'workflows-node--selected',
  ]
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <div className="workflows-node__head">
        <NodeTile muted={status === 'skipped'} type={step.type} />
        <div className="workflows-node__words">
          {label ?? (
            <div className="workflows-node__label" title={step.label}>
              {step.label}
            </div>
          )}
          <div className="workflows-node__line" title={[word, line].filter(Boolean).join(' · ')}>
            {word ? <strong className="workflows-node__status">{word}</strong> : null}
            {word && line ? ' · ' : null}
            {view?.note ?? drawnLine ?? line}
          </div>
        </div>
        {aside}
        {status ? (
          <span className="workflows-node__icon">
            <Icon name={STATUS_ICONS[status]} />
          </span>
        ) : null}
      </div>
      {view ? <CardBody view={view} /> : null}
      {view && !quiet && (view.total ?? 0) > 1 && status !== 'completed' && status !== 'pending' ? (
        <div className="workflows-node__bar">
          <ProgressBar
            label={t('monitor:itemsOf', { name: step.label })}
            tone={status}
            value={(view.done ?? 0) / (view.total ?? 1)}
          >
            {view.done}/{view.total}
          </ProgressBar>
        </div>
      ) : null}
      {step.branches.map((branch) => (
        <div className="workflows-node__branch" key={branch.id}>
          {branch.label}
        </div>
      ))}
    </div>
  )
})
