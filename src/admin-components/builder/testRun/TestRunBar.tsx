'use client'

import { toast } from '@payloadcms/ui'
import { useEffect, useMemo, useState } from 'react'

import type { DiscardAnswer } from '../../../client/types.js'
import type { BuilderHandle } from '../context.js'
import type { ShownTest } from './session.js'

import { slugs } from '../../../plugins/workflows/slugs.js'
import { describeFlow } from '../../flow/describeFlow.js'
import { ActionButton } from '../../monitor/ActionButton.js'
import { useCardViews } from '../../monitor/MonitorClient/useCardViews.js'
import { isOver, useLiveExecution } from '../../monitor/useLiveExecution.js'
import { useLinks } from '../../monitor/useLinks.js'
import { useReviewHref } from '../../reviews/useReviewHref.js'
import { describeError } from '../../shared/describeError.js'
import { formatMoney } from '../../shared/format/formatMoney.js'
import { IconButton } from '../../shared/IconButton/index.js'
import { StatusPill } from '../../shared/StatusPill/index.js'
import { useWorkflowsApi } from '../../shared/useWorkflowsApi.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import './bar.css'
import { pinnedNodesOf } from './pinActs.js'
import { testSessionOf } from './session.js'
import { useShowOnCanvas } from './useShowOnCanvas.js'

/** The running or finished test: what it does, what it cost, and what to do with what it made. */
export function TestRunBar({
  handle,
  shown,
  onAgain,
  onClose,
}: {
  handle: BuilderHandle
  shown: ShownTest
  onAgain: () => void
  onClose: () => void
}) {
  const { t, locale } = useWorkflowsTranslation()
  const api = useWorkflowsApi()
  const links = useLinks()
  const reviewHref = useReviewHref()
  const { live, lost, accept } = useLiveExecution({ initial: shown.initial, api })
  const { detail } = live
  const session = testSessionOf(handle)
  const graph = useMemo(
    () => describeFlow({ graph: shown.graph, specs: handle.specs, params: shown.initial.params }),
    [shown, handle.specs],
  )
  const views = useCardViews({ live, graph, words: { t, locale } })
  useShowOnCanvas({ handle, detail, views })
  useEffect(() => session.detail.set(detail), [session, detail])
  const [isBusy, setBusy] = useState(false)
  const over = isOver(detail)
  const { documents, media } = detail.outputs
  const pinned = new Set(detail.nodes.filter(({ pinnedFrom }) => pinnedFrom).map(({ id }) => id))
  const made = [...documents, ...media].filter(({ nodeId }) => !pinned.has(nodeId))

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      toast.error(describeError(error, t).message)
      accept(await api.executions.get({ id: detail.id }).catch(() => detail))
    } finally {
      setBusy(false)
    }
  }
  const discard = () =>
    attempt(async () => {
      const keepNodes = pinnedNodesOf({ session, executionId: detail.id })
      const answer = await api.executions.discard({ id: detail.id, keepNodes })
      accept(answer.execution)
      tell(answer)
    })
  const tell = ({ removed, kept }: DiscardAnswer) => {
    const words = [t('toolbar:testRemoved', { count: removed.length })]
    if (kept.length > 0) {
      const why = [...new Set(kept.map(({ message }) => message))].join(' ')
      words.push(t('toolbar:testKept', { count: kept.length, why }))
    }
    toast.success(words.join(' '))
  }
  const waiting = detail.nodes.find(({ status }) => status === 'waiting')
  return (
    <section aria-label={t('toolbar:testBar')} className="workflows-test-bar">
      <StatusPill status={waiting ? 'waiting' : detail.status} />
      <span className="workflows-test-bar__words">
        <span>
          {t('toolbar:testSteps', {
            done: detail.progress.completedNodes,
            total: detail.progress.totalNodes,
          })}
        </span>
        <span>
          {t('toolbar:testCost', { cost: formatMoney({ amount: detail.totals.cost, locale }) })}
        </span>
        {lost ? (
          <span className="workflows-test-bar__error">
            {t('toolbar:testLost', { why: describeError(lost, t).message })}
          </span>
        ) : null}
        {detail.error ? (
          <span className="workflows-test-bar__error" title={detail.error.message}>
            {detail.error.message}
          </span>
        ) : null}
        {detail.discardedAt ? <span>{t('toolbar:testDiscarded')}</span> : null}
      </span>
      <ActionButton
        href={
          waiting
            ? reviewHref({ executionId: String(detail.id), nodeId: waiting.id })
            : links.document({ collection: slugs.executions, id: detail.id })
        }
        icon={waiting ? 'person' : 'open'}
        small
        tone={waiting ? 'primary' : 'secondary'}
      >
        {t(waiting ? 'toolbar:testReview' : 'toolbar:testOpen')}
      </ActionButton>
      {over ? (
        <ActionButton disabled={isBusy} icon="retry" onClick={onAgain} small>
          {t('toolbar:testAgain')}
        </ActionButton>
      ) : (
        <ActionButton
          danger
          disabled={isBusy}
          icon="stop"
          onClick={() =>
            void attempt(async () => accept(await api.executions.stop({ id: detail.id })))
          }
          small
        >
          {t('toolbar:testStop')}
        </ActionButton>
      )}
      {over && made.length > 0 ? (
        <ActionButton danger disabled={isBusy} icon="trash" onClick={() => void discard()} small>
          {t('toolbar:testDiscard', { count: made.length })}
        </ActionButton>
      ) : null}
      <IconButton icon="x" label={t('toolbar:testClose')} onClick={onClose} />
    </section>
  )
}
