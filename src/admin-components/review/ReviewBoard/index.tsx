'use client'

import { useAuth } from '@payloadcms/ui'
import { useState } from 'react'

import type { WorkflowsClient } from '../../../client/createWorkflowsClient.js'
import type {
  ExecutionDetail,
  NodeState,
} from '../../../plugins/workflows/operations/executions/types.js'
import type { FlowGraph } from '../../flow/types.js'

import { EmptyState } from '../../shared/EmptyState/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { reviewItems } from '../reviewItems.js'
import { useReview } from '../useReview.js'
import { useReviewKeys } from '../useReviewKeys.js'
import { AnswerBar } from './AnswerBar.js'
import { DecidedNotice } from './DecidedNotice.js'
import { ReviewCard } from './ReviewCard.js'
import { ReviewHead } from './ReviewHead.js'
import { ReviewList } from './ReviewList.js'
import './index.css'
import './answer.css'

/** Cards side by side. */
const SHOWN = 3

/** Everything that waits for a person at one node: looked through, chosen from, edited, answered. */
export function ReviewBoard({
  detail,
  graph,
  node,
  api,
  now,
  refusal,
  accept,
  onDone,
}: {
  detail: ExecutionDetail
  graph: FlowGraph
  node: NodeState
  api: WorkflowsClient
  now: number
  refusal: string | null
  accept: (detail: ExecutionDetail) => void
  onDone: () => void
}) {
  const { t } = useWorkflowsTranslation()
  const config = graph.steps.find(({ id }) => id === node.id)?.config ?? {}
  // What waits does not change while it waits, and drafts must not lose their places.
  const [things] = useState(() => reviewItems({ detail, edges: graph.edges, nodeId: node.id }))
  const [at, setAt] = useState(0)
  const [editing, setEditing] = useState<string | null>(null)
  const [rejecting, setRejecting] = useState(false)
  const review = useReview({ api, detail, node, things, accept, onDone })
  const reason = useRefusal({ reviewers: config.reviewers, refusal })
  const type = typeof config.reviewType === 'string' ? config.reviewType : 'approval'
  const may = reason === null && !review.busy && review.decided === null
  const move = (step: number) =>
    setAt((place) => Math.min(Math.max(place + step, 0), things.length - 1))
  const current = things[at]

  useReviewKeys({
    a: () => may && review.chosen.length > 0 && void review.answer('approve'),
    r: () => may && setRejecting(true),
    j: () => move(1),
    k: () => move(-1),
    ...(type === 'edit' && { e: () => current?.isText && setEditing(current.key) }),
    ...(type === 'selection' && { x: () => current && review.toggle(current.jobId) }),
  })

  const first = Math.min(Math.max(at - 1, 0), Math.max(things.length - SHOWN, 0))
  return (
    <section aria-label={node.label} className="workflows-review">
      <ReviewHead
        at={at}
        count={things.length}
        instructions={typeof config.instructions === 'string' ? config.instructions : ''}
        node={node}
        now={now}
        onMove={move}
      />
      {review.decided ? <DecidedNotice decided={review.decided} now={now} onDone={onDone} /> : null}
      <div className="workflows-review__body">
        <ReviewList
          at={at}
          drafts={review.drafts}
          onGo={setAt}
          out={review.out}
          selectable={type === 'selection'}
          things={things}
          toggle={review.toggle}
          toggleAll={review.toggleAll}
        />
        <div aria-label={node.label} className="workflows-review__board" role="group" tabIndex={0}>
          {things.length === 0 ? (
            <EmptyState bordered={false} icon="person" title={t('review:nothing')} />
          ) : (
            <ul className="workflows-review__cards">
              {things.slice(first, first + SHOWN).map((thing, offset) => (
                <li key={thing.key}>
                  <ReviewCard
                    current={first + offset === at}
                    draft={review.drafts.get(thing.key) ?? null}
                    editable={type === 'edit' && thing.isText && reason === null}
                    editing={editing === thing.key}
                    goesOn={!review.out.has(thing.jobId)}
                    number={first + offset + 1}
                    onEdit={(open) => {
                      setAt(first + offset)
                      setEditing(open ? thing.key : null)
                    }}
                    onFocus={() => setAt(first + offset)}
                    selectable={type === 'selection'}
                    setDraft={(draft) => review.edit(thing.key, draft)}
                    thing={thing}
                    toggle={() => review.toggle(thing.jobId)}
                    total={things.length}
                  />
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
      <AnswerBar
        may={may}
        onRejecting={setRejecting}
        reason={reason}
        rejecting={rejecting}
        review={review}
        total={things.length}
      />
    </section>
  )
}

/** Named reviewers may answer whatever their role; without names every editor may. */
function useRefusal({
  reviewers,
  refusal,
}: {
  reviewers: unknown
  refusal: string | null
}): string | null {
  const { t } = useWorkflowsTranslation()
  const { user } = useAuth()
  if (!Array.isArray(reviewers) || reviewers.length === 0) return refusal
  const named = reviewers.map(String)
  const isNamed = user && [String(user.id), String(user.email)].some((id) => named.includes(id))
  return isNamed ? null : t('review:notReviewer')
}
