import type {
  Health,
  Id,
  ModelList,
  NodeTypeDescription,
  ReviewList,
  TargetCollection,
} from './types.js'

import { attachmentCalls } from './attachments.js'
import { createRequester, createSender, type ClientOptions } from './createRequester.js'
import { subscribeToExecution, type SubscribeInput } from './events/subscribe.js'
import { executionCalls } from './executions.js'
import { provenanceCall } from './provenance.js'
import { templateCalls } from './templates.js'

/**
 * Typed calls for every route of the HTTP contract. Works in browsers and in Node; refused calls throw a
 * `WorkflowsApiError`.
 * @example
 * const client = createWorkflowsClient({ baseURL: 'https://site/api', headers: { Authorization: `JWT ${token}` } })
 * const { id } = await client.executions.launch({ template, params: { topic: 'bikes' } })
 * const stop = client.executions.subscribe({ id, onEvent: ({ event, data }) => show(event, data) })
 */
export function createWorkflowsClient(options: ClientOptions = {}) {
  const request = createRequester(options)
  const send = createSender(options)
  const executions = executionCalls(request)
  return {
    templates: templateCalls(request),
    executions: {
      ...executions,
      /** Live events until the execution ends; the answer stops it. */
      subscribe: (input: SubscribeInput): (() => void) =>
        subscribeToExecution({ ...input, options, send, read: executions.get }),
    },
    /** What waits for an answer of the logged-in user, the longest waiting first. */
    reviews: ({
      signal,
      ...query
    }: {
      workspace?: Id
      limit?: number
      page?: number
      signal?: AbortSignal
    } = {}): Promise<ReviewList> => request({ path: '/workflows/reviews', query, signal }),
    attachments: attachmentCalls(request),
    provenance: provenanceCall(request),
    nodeTypes: ({ signal }: { signal?: AbortSignal } = {}): Promise<NodeTypeDescription[]> =>
      request({ path: '/workflows/node-types', signal }),
    /** What each provider of the site can write and paint with, and what it costs. */
    models: ({ signal }: { signal?: AbortSignal } = {}): Promise<ModelList> =>
      request({ path: '/workflows/models', signal }),
    /** Where copies can go, as far as you may create there; the first one is the default. */
    collections: ({ signal }: { signal?: AbortSignal } = {}): Promise<TargetCollection[]> =>
      request({ path: '/workflows/collections', signal }),
    /** Needs no login. @throws WorkflowsApiError 503 when the database cannot be read. */
    health: ({ signal }: { signal?: AbortSignal } = {}): Promise<Health> =>
      request({ path: '/workflows/health', signal }),
    /** For Payload's own routes, with the same errors. */
    request,
  }
}

export type WorkflowsClient = ReturnType<typeof createWorkflowsClient>
