import type { Requester } from './createRequester.js'
import type {
  Adjustment,
  ExecutionDetail,
  ExecutionList,
  LaunchInput,
  ListExecutions,
  ReviewAnswer,
} from './types.js'

const ROOT = '/workflows/executions'

export const executionPath = (id: string, rest = ''): string =>
  `${ROOT}/${encodeURIComponent(id)}${rest}`

interface One {
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
    get: ({ id, signal }: One): Promise<ExecutionDetail> =>
      request({ path: executionPath(id), signal }),
    pause: ({ id }: One) => post(id, 'pause'),
    resume: ({ id }: One) => post(id, 'resume'),
    stop: ({ id }: One) => post(id, 'stop'),
    retryNode: ({ id, nodeId }: One & { nodeId: string }) => post(id, 'retry-node', { nodeId }),
    skipNode: ({ id, nodeId }: One & { nodeId: string }) => post(id, 'skip-node', { nodeId }),
    review: ({ id, ...answer }: ReviewAnswer & { id: string }) => post(id, 'review', answer),
    adjust: ({ id, ...change }: Adjustment & { id: string }): Promise<ExecutionDetail> =>
      request({ method: 'PATCH', path: executionPath(id), body: change }),
  }
}
