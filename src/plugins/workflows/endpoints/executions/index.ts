import type { Endpoint } from 'payload'

import { adjustExecution } from '../../operations/executions/adjustExecution.js'
import { controlExecution } from '../../operations/executions/controlExecution.js'
import { discardExecution } from '../../operations/executions/discardExecution.js'
import { launchExecution } from '../../operations/executions/launchExecution.js'
import { listReviews } from '../../operations/executions/listReviews.js'
import { listExecutions } from '../../operations/executions/listExecutions.js'
import { mendNode } from '../../operations/executions/mendNode.js'
import { readExecution } from '../../operations/executions/readExecution.js'
import { reviewNode } from '../../operations/executions/reviewNode.js'
import { streamExecution } from '../../live/streamExecution.js'
import { defineEndpoint } from '../defineEndpoint.js'
import { parseInput } from '../parseInput.js'
import { healthEndpoint } from './health.js'
import {
  adjustSchema,
  discardSchema,
  executionFiltersSchema,
  launchSchema,
  mendSchema,
  reviewFiltersSchema,
  reviewSchema,
} from './schemas.js'

const ROOT = '/workflows/executions'
const ONE = `${ROOT}/:id`

/** Every route of api.md «Executions», and health. */
export function executionEndpoints(): Endpoint[] {
  return [
    // Before `:id`, which would take "launch" for an id.
    defineEndpoint({
      method: 'post',
      path: `${ROOT}/launch`,
      handler: async ({ req, body }) => ({
        status: 202,
        body: await launchExecution({ req, input: parseInput(launchSchema, body) }),
      }),
    }),
    defineEndpoint({
      method: 'get',
      path: ROOT,
      handler: async ({ req, query }) => ({
        body: await listExecutions({
          req,
          filters: parseInput(executionFiltersSchema, given(query)),
        }),
      }),
    }),
    defineEndpoint({
      method: 'get',
      path: ONE,
      handler: async ({ req, params }) => ({ body: await readExecution({ req, id: params.id }) }),
    }),
    defineEndpoint({
      method: 'patch',
      path: ONE,
      handler: async ({ req, params, body }) => ({
        body: await adjustExecution({
          req,
          id: params.id,
          change: parseInput(adjustSchema, body),
        }),
      }),
    }),
    defineEndpoint({
      method: 'get',
      path: `${ONE}/events`,
      handler: ({ req, params }) => streamExecution({ req, id: params.id }),
    }),
    ...(['pause', 'resume', 'stop'] as const).map((action) =>
      defineEndpoint({
        method: 'post',
        path: `${ONE}/${action}`,
        handler: async ({ req, params }) => ({
          body: await controlExecution({ req, id: params.id, action }),
        }),
      }),
    ),
    ...(['retry-node', 'skip-node'] as const).map((action) =>
      defineEndpoint({
        method: 'post',
        path: `${ONE}/${action}`,
        handler: async ({ req, params, body }) => {
          const { nodeId, config } = parseInput(mendSchema, body)
          return { body: await mendNode({ req, id: params.id, nodeId, action, config }) }
        },
      }),
    ),
    defineEndpoint({
      method: 'post',
      path: `${ONE}/review`,
      handler: async ({ req, params, body }) => ({
        body: await reviewNode({ req, id: params.id, answer: parseInput(reviewSchema, body) }),
      }),
    }),
    defineEndpoint({
      method: 'post',
      path: `${ONE}/discard`,
      handler: async ({ req, params, body }) => ({
        body: await discardExecution({
          req,
          id: params.id,
          ...parseInput(discardSchema, body),
        }),
      }),
    }),
    defineEndpoint({
      method: 'get',
      path: '/workflows/reviews',
      handler: async ({ req, query }) => ({
        body: await listReviews({ req, filters: parseInput(reviewFiltersSchema, given(query)) }),
      }),
    }),
    healthEndpoint(),
  ]
}

/** `?status=&limit=` asks for everything, as a form with empty fields does. */
const given = (query: Record<string, string>) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
