import { z } from 'zod'

import type { JsonObject } from '../../../plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'

import { findJsonFlaws, isJsonObject } from '../../../plugins/workflows/graph/json.js'

/** What a new node of a type starts with: the defaults of its schema, nothing where a person must choose. */
export function startingConfig({ configSchema }: Pick<NodeSpec, 'configSchema'>): JsonObject {
  if (!(configSchema instanceof z.ZodObject)) return {}
  const shape: Record<string, z.core.$ZodType> = configSchema.shape
  const config: Record<string, unknown> = {}
  for (const [key, schema] of Object.entries(shape)) {
    const answer = z.safeParse(schema, undefined)
    if (answer.success && answer.data !== undefined) config[key] = answer.data
  }
  return isJsonObject(config) && findJsonFlaws({ value: config, path: '' }).length === 0
    ? config
    : {}
}
