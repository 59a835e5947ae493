'use client'

import type { CardView, FlowGraph } from '../../flow/types.js'

import { StreamBox, ThumbBox } from '../../flow/NodeCard/CardBody.js'
import { NodeTile } from '../../flow/NodeTile/index.js'
import { ProgressBar } from '../../shared/ProgressBar/index.js'
import { StatusPill } from '../../shared/StatusPill/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import './index.css'

/** The flow on a phone: nodes in their order, with the same states; a tap opens the node below itself. */
export function Steps({
  order,
  graph,
  views,
  selected,
  onSelect,
  children,
}: {
  order: string[]
  graph: FlowGraph
  views: ReadonlyMap<string, CardView>
  selected: string | null
  onSelect: (id: string | null) => void
  /** The selected node in full. */
  children: React.ReactNode
}) {
  const { t } = useWorkflowsTranslation()
  const steps = new Map(graph.steps.map((step) => [step.id, step]))
  return (
    <ol className="workflows-steps">
      {order.map((id) => {
        const step = steps.get(id)
        const view = views.get(id)
        if (!step || !view) return null
        const { status, text, thumbs = [], done = 0, total = 0 } = view
        const isOpen = selected === id
        return (
          <li className="workflows-steps__step" key={id}>
            <button
              aria-expanded={isOpen}
              className="workflows-steps__head"
              onClick={() => onSelect(isOpen ? null : id)}
              type="button"
            >
              <NodeTile muted={status === 'skipped'} type={step.type} />
              <span className="workflows-steps__words">
                <span className="workflows-steps__label">{step.label}</span>
                <span className="workflows-steps__line">{view.note || step.summary}</span>
              </span>
              <StatusPill status={status} />
            </button>
            {text ? <StreamBox text={text} /> : null}
            {thumbs.length > 0 ? (
              <div className="workflows-steps__thumbs">
                {thumbs.slice(0, 5).map((thumb) => (
                  <ThumbBox key={thumb.key} thumb={thumb} />
                ))}
              </div>
            ) : null}
            {total > 1 && ['failed', 'paused', 'running'].includes(status) ? (
              <div className="workflows-steps__bar">
                <ProgressBar
                  label={t('monitor:itemsOf', { name: step.label })}
                  tone={status}
                  value={done / total}
                >
                  {done}/{total}
                </ProgressBar>
              </div>
            ) : null}
            {isOpen ? children : null}
          </li>
        )
      })}
    </ol>
  )
}
