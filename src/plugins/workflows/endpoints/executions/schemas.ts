import { z } from 'zod'

import { EXECUTION_SORTS } from '../../operations/executions/listExecutions.js'
import { countSchema, idSchema } from '../parseInput.js'

const params = z.record(z.string(), z.json())
const nodeId = z.string().min(1).max(64)

export const launchSchema = z.object({
  template: idSchema,
  workspace: idSchema.nullish(),
  project: idSchema.nullish(),
  params: params.optional(),
  contextDocuments: z
    .object({
      mode: z.enum(['all', 'selected', 'none']),
      ids: z.array(idSchema).max(100).optional(),
    })
    .optional(),
  referenceFiles: z.array(idSchema).max(20).optional(),
  test: z.boolean().optional(),
  upTo: nodeId.optional(),
  pins: z.record(nodeId, z.string().max(64)).optional(),
  idempotencyKey: z.string().min(1).max(200).optional(),
})

export const nodeSchema = z.object({ nodeId })

/** `config` is for a retry. */
export const mendSchema = nodeSchema.extend({ config: params.optional() })

export const discardSchema = z.object({ keepNodes: z.array(nodeId).max(1_000).optional() })

export const reviewSchema = nodeSchema.extend({
  decision: z.enum(['approve', 'reject']),
  comment: z.string().max(5_000).nullish(),
  selected: z.array(z.string()).max(1_000).optional(),
  edits: z
    .array(z.object({ jobId: z.string(), data: params }))
    .max(1_000)
    .optional(),
})

export const adjustSchema = z.object({
  params: params.optional(),
  nodes: z.record(z.string(), z.object({ config: params })).optional(),
})

const STATUSES = ['pending', 'running', 'paused', 'completed', 'failed', 'stopped'] as const

/** `status=running,paused` */
const statuses = z.string().transform((text, context) => {
  const given = text.split(',').map((part) => part.trim())
  const known = STATUSES.filter((status) => given.includes(status))
  if (known.length === new Set(given).size) return [...known]
  context.addIssue({
    code: 'custom',
    message: `"status" must be a list of: ${STATUSES.join(', ')}.`,
  })
  return z.NEVER
})

/** As in api.md; a larger limit gives less than was asked for. */
const MAX_LIMIT = 100

export const executionFiltersSchema = z.object({
  workspace: z.string().max(255).optional(),
  project: z.string().max(255).optional(),
  template: z.string().max(255).optional(),
  status: statuses.optional(),
  sort: z.enum(EXECUTION_SORTS).default('-createdAt'),
  limit: countSchema({ standard: 20, max: MAX_LIMIT }),
  page: countSchema({ standard: 1, max: 1_000_000 }),
})

export const reviewFiltersSchema = z.object({
  workspace: z.string().max(255).optional(),
  limit: countSchema({ standard: 20, max: MAX_LIMIT }),
  page: countSchema({ standard: 1, max: 1_000_000 }),
})
