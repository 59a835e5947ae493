'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'

import type { WorkflowsClient } from '../../client/createWorkflowsClient.js'
import type {
  ExecutionDetail,
  NodeState,
} from '../../plugins/workflows/operations/executions/types.js'
import type { ReviewThing } from './reviewItems.js'

import { WorkflowsApiError } from '../../client/WorkflowsApiError.js'
import { describeError } from '../shared/describeError.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'

export interface Draft {
  title: string
  text: string
}

/** Who was faster. */
export interface Decided {
  by: string
  decision: string
  at: string | null
}

/** A reviewer's answer while it is being made. */
export function useReview({
  api,
  detail,
  node,
  things,
  accept,
  onDone,
}: {
  api: WorkflowsClient
  detail: ExecutionDetail
  node: NodeState
  things: ReviewThing[]
  accept: (detail: ExecutionDetail) => void
  onDone: () => void
}) {
  const { t } = useWorkflowsTranslation()
  const [out, setOut] = useState<ReadonlySet<string>>(new Set())
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map())
  const [comment, setComment] = useState('')
  const [busy, setBusy] = useState(false)
  const [decided, setDecided] = useState<Decided | null>(null)

  const chosen = things.filter(({ jobId }) => !out.has(jobId))
  const toggle = (jobId: string) => {
    const next = new Set(out)
    if (!next.delete(jobId)) next.add(jobId)
    setOut(next)
  }
  const toggleAll = () =>
    setOut(out.size === 0 ? new Set(things.map(({ jobId }) => jobId)) : new Set())
  const edit = (key: string, draft: Draft | null) => {
    const next = new Map(drafts)
    if (draft) next.set(key, draft)
    else next.delete(key)
    setDrafts(next)
  }

  const answer = async (decision: 'approve' | 'reject') => {
    setBusy(true)
    const edits = things.flatMap(({ key, jobId, title, text }) => {
      const draft = drafts.get(key)
      if (!draft || (draft.title === title && draft.text === text)) return []
      return [{ jobId, data: { title: draft.title, text: draft.text } }]
    })
    try {
      const next = await api.executions.review({
        id: detail.id,
        nodeId: node.id,
        decision,
        ...(comment.trim() && { comment: comment.trim() }),
        ...(decision === 'approve' &&
          out.size > 0 && { selected: [...new Set(chosen.map(({ jobId }) => jobId))] }),
        ...(decision === 'approve' && edits.length > 0 && { edits }),
      })
      accept(next)
      toast.success(t(decision === 'approve' ? 'review:doneApprove' : 'review:doneReject'))
      onDone()
    } catch (error) {
      if (error instanceof WorkflowsApiError && error.status === 409) {
        const { decision: was, decidedBy, decidedAt } = error.data
        setDecided({
          by: typeof decidedBy === 'string' ? decidedBy : '',
          decision: typeof was === 'string' ? was : '',
          at: typeof decidedAt === 'string' ? decidedAt : null,
        })
        // A toast as well: the live view may close this board before anybody has read the notice.
        const by = typeof decidedBy === 'string' ? decidedBy : t('review:theClock')
        const what = was === 'reject' ? 'review:wasRejected' : 'review:wasApproved'
        toast.warning(`${was ? t(what, { by }) : t('review:notWaiting')}. ${t('review:notSent')}`)
      } else {
        toast.error(describeError(error, t).message)
      }
    } finally {
      setBusy(false)
    }
  }
  return {
    out,
    toggle,
    toggleAll,
    chosen,
    drafts,
    edit,
    comment,
    setComment,
    busy,
    decided,
    answer,
  }
}
