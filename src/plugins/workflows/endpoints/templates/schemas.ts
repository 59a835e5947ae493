import { z } from 'zod'

import {
  parseCategory,
  TEMPLATE_CATEGORIES,
} from '../../../../collections/workflow-templates/categories.js'
import { TEMPLATE_SORTS } from '../../operations/templates/listTemplates.js'
import { countSchema, flagSchema, idSchema } from '../parseInput.js'

const category = z.string().transform((value, context) => {
  const known = parseCategory(value)
  if (known) return known
  context.addIssue({
    code: 'custom',
    message: `"category" must be one of: ${TEMPLATE_CATEGORIES.join(', ')}.`,
  })
  return z.NEVER
})

const name = z.string().trim().min(1).max(200)
const description = z.string().max(2000)
const workspace = idSchema.nullish()

/** The graph and what belongs to it are judged by the graph's own code, which names every problem. */
const extras = { inputs: z.unknown().optional(), defaultParams: z.unknown().optional() }
const content = { graph: z.unknown(), ...extras }

export const newTemplateSchema = z.object({
  name,
  description: description.nullish().transform((text) => text ?? ''),
  category,
  workspace,
  ...content,
})

export const templateChangesSchema = z.object({
  name: name.optional(),
  description: description
    .nullable()
    .optional()
    .transform((text) => (text === null ? '' : text)),
  category: category.optional(),
  workspace,
  graph: z.unknown().optional(),
  ...extras,
})

export const cloneSchema = z.object({ name: name.nullish(), workspace })

export const contentSchema = z.object(content)

export const estimateSchema = z.object({
  params: z.record(z.string(), z.json()).nullish(),
})

/** See operations/templates/exportTemplate.ts. */
export const templateFileSchema = newTemplateSchema.extend({
  format: z.literal('payload-workflows/template'),
  version: z.literal(1),
})

/** As in api.md; a larger limit is no error, it only gives less than was asked for. */
const MAX_LIMIT = 100

export const templateFiltersSchema = z.object({
  workspace: z.string().min(1).max(255).optional(),
  category: category.optional(),
  search: z.string().max(200).optional(),
  sort: z.enum(TEMPLATE_SORTS).default('-usageCount'),
  includeSystem: flagSchema.default(true),
  limit: countSchema({ standard: 20, max: MAX_LIMIT }),
  page: countSchema({ standard: 1, max: 1_000_000 }),
})
