'use client'

import type { FlowGraph, FlowStep } from '../../flow/types.js'
import type { LiveState } from '../applyEvent.js'
import type { Controls } from '../useControls.js'

import { NodeTile } from '../../flow/NodeTile/index.js'
import { EmptyState } from '../../shared/EmptyState/index.js'
import { StatusPill } from '../../shared/StatusPill/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { ActionButton } from '../ActionButton.js'
import { retryCost } from '../retryCost.js'
import { jobsByNode, shownStatus } from '../cardViews.js'
import { AdjustForm, adjustable } from './AdjustForm.js'
import { Figures } from './Figures.js'
import { ItemList } from './ItemList.js'
import { NodeError } from './NodeError.js'
import { RetryForm } from './RetryForm.js'
import { ReviewFacts } from './ReviewFacts.js'
import './retry.css'

/** Everything about one node: figures, what went wrong, and its items, newest first. */
export function NodePanel({
  live: { detail, streams },
  graph,
  nodeId,
  now,
  media,
  names,
  itemCosts,
  controls,
  refusal,
  onReview,
}: {
  live: LiveState
  graph: FlowGraph
  nodeId: string | null
  now: number
  media: string
  names: { collections: Record<string, string> }
  itemCosts: Record<string, number>
  controls: Controls
  refusal: string | null
  onReview: () => void
}) {
  const { t } = useWorkflowsTranslation()
  const node = detail.nodes.find(({ id }) => id === nodeId)
  const step = graph.steps.find(({ id }) => id === nodeId)
  if (!node) return <EmptyState bordered={false} icon="flow" title={t('monitor:chooseNode')} />
  const jobs = jobsByNode(detail).get(node.id) ?? []
  const failed = jobs.filter((job) => job.status === 'failed').length || 1
  const status = shownStatus({ node, jobs, detail })
  const model = jobs.findLast((job) => job.model)?.model
  const collection = jobs.flatMap((job) => collectionOf(job.output))[0]
  const into = collection
    ? t('monitor:into', { name: names.collections[collection] ?? collection })
    : ''
  // A review's one job stands for the question itself; who answered is told above.
  const hasBegun = jobs.length > 0 && node.type !== 'review'
  const maySkip =
    node.status === 'pending' && detail.status === 'failed' && detail.allowed.includes('skip-node')
  const mayAdjust =
    node.status === 'pending' && detail.status === 'paused' && detail.allowed.includes('adjust')
  const settings = mayAdjust ? adjustable(step?.config) : null
  return (
    <>
      <header className="workflows-side__head">
        <NodeTile type={node.type} />
        <div className="workflows-side__title">
          <h2 title={node.label}>{node.label}</h2>
          <p>{[model, into].filter(Boolean).join(' · ') || step?.summary}</p>
        </div>
        <StatusPill status={status} />
      </header>
      {node.status === 'failed' ? (
        <NodeError controls={controls} detail={detail} jobs={jobs} node={node} refusal={refusal} />
      ) : null}
      {node.status === 'failed' && detail.allowed.includes('retry-node') ? (
        <RetryForm
          controls={controls}
          cost={retryCost({ jobs, failed, estimate: itemCosts[node.id] })}
          failed={failed}
          key={node.id}
          node={node}
          prompt={promptOf(step)}
          refusal={refusal}
        />
      ) : null}
      {settings ? (
        <AdjustForm
          config={settings}
          controls={controls}
          key={JSON.stringify([node.id, settings])}
          node={node}
          refusal={refusal}
        />
      ) : null}
      {node.review ? <ReviewFacts node={node} now={now} onReview={onReview} /> : null}
      {node.status === 'skipped' ? (
        <p className="workflows-side__note">{t('monitor:skippedWhy')}</p>
      ) : null}
      {hasBegun ? <Figures jobs={jobs} node={node} now={now} /> : null}
      {maySkip ? (
        <div className="workflows-side__buttons">
          <ActionButton
            icon="skip"
            onClick={() => controls.ask({ action: 'skip', nodeId: node.id, label: node.label })}
            reason={refusal}
            small
          >
            {t('monitor:skip', { name: node.label })}
          </ActionButton>
        </div>
      ) : null}
      {hasBegun ? (
        <ItemList jobs={jobs} media={media} streams={streams} />
      ) : node.status === 'pending' && !settings ? (
        <p className="workflows-side__note">{t('monitor:notBegun')}</p>
      ) : null}
    </>
  )
}

/** Nodes of a host may well fail without a prompt to mend. */
function promptOf(step: FlowStep | undefined): string | null {
  const prompt = step?.config.promptTemplate
  return typeof prompt === 'string' ? prompt : null
}

function collectionOf(output: unknown): string[] {
  if (output === null || typeof output !== 'object' || !('collection' in output)) return []
  return typeof output.collection === 'string' && output.collection ? [output.collection] : []
}
