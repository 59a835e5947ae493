import type { Requester } from './createRequester.js'
import type {
  Adjustment,
  DiscardAnswer,
  ExecutionDetail,
  ExecutionList,
  JsonObject,
  LaunchInput,
  ListExecutions,
  ReviewAnswer,
} from './types.js'

const ROOT = '/workflows/executions'

export const executionPath = (id: string, rest = ''): string =>
  `${ROOT}/${encodeURIComponent(id)}${rest}`

export interface OneExecution {
  id: string
  signal?: AbortSignal
}

export function executionCalls(request: Requester) {
  const post = (id: string, action: string, body: unknown = {}): Promise<ExecutionDetail> =>
    request({ method: 'POST', path: executionPath(id, `/${action}`), body })
  return {
    launch: (input: LaunchInput): Promise<ExecutionDetail> =>
      request({ method: 'POST', path: `${ROOT}/launch`, body: input }),
    list: ({
      signal,
      status,
      ...filters
    }: ListExecutions & { signal?: AbortSignal } = {}): Promise<ExecutionList> =>
      request({ path: ROOT, query: { ...filters, status: status?.join(',') }, signal }),
    get: ({ id, signal }: OneExecution): Promise<ExecutionDetail> =>
      request({ path: executionPath(id), signal }),
    pause: ({ id }: OneExecution) => post(id, 'pause'),
    resume: ({ id }: OneExecution) => post(id, 'resume'),
    stop: ({ id }: OneExecution) => post(id, 'stop'),
    /** `config` replaces settings of the failed step before its failed items run again. */
    retryNode: ({ id, nodeId, config }: OneExecution & { nodeId: string; config?: JsonObject }) =>
      post(id, 'retry-node', { nodeId, ...(config && { config }) }),
    skipNode: ({ id, nodeId }: OneExecution & { nodeId: string }) =>
      post(id, 'skip-node', { nodeId }),
    review: ({ id, ...answer }: ReviewAnswer & { id: string }) => post(id, 'review', answer),
    /** What a test run made goes; what stays is named with the reason. */
    discard: ({ id, keepNodes }: OneExecution & { keepNodes?: string[] }): Promise<DiscardAnswer> =>
      request({ method: 'POST', path: executionPath(id, '/discard'), body: { keepNodes } }),
    adjust: ({ id, ...change }: Adjustment & { id: string }): Promise<ExecutionDetail> =>
      request({ method: 'PATCH', path: executionPath(id), body: change }),
  }
}
