import type {
  ExecutionDetail,
  NodeState,
} from '../../../plugins/workflows/operations/executions/types.js'
import type { Segment } from '../../shared/Segmented/index.js'
import type { Translate } from '../../shared/useWorkflowsTranslation.js'
import type { MonitorFace } from '../Header/index.js'

import { isOver } from '../useLiveExecution.js'

/** What one can look at now. */
export function facesOf({
  detail,
  t,
}: {
  detail: ExecutionDetail
  t: Translate
}): Segment<MonitorFace>[] {
  const waiting = detail.nodes.some(({ status }) => status === 'waiting')
  const flow = { value: 'flow' as const, label: t('monitor:faceFlow') }
  if (waiting) return [{ value: 'review', label: t('monitor:faceReview') }, flow]
  if (!isOver(detail)) return [flow]
  return [
    { value: 'outputs', label: t('monitor:tabOutputs') },
    flow,
    { value: 'timeline', label: t('monitor:timeline') },
  ]
}

/** A finished one opens on what it made, a waiting one on what it asks, all others on the flow. */
export function firstFace({
  status,
  pauseReason,
}: Pick<ExecutionDetail, 'pauseReason' | 'status'>): MonitorFace | null {
  if (status === 'completed') return 'outputs'
  return status === 'paused' && pauseReason === 'review' ? 'review' : null
}

/** Of several that wait, the one that somebody came for. */
export function waitingNode({
  detail: { nodes },
  wanted,
}: {
  detail: Pick<ExecutionDetail, 'nodes'>
  wanted: string | null
}): NodeState | undefined {
  const waiting = nodes.filter(({ status }) => status === 'waiting')
  return waiting.find(({ id }) => id === wanted) ?? waiting[0]
}
