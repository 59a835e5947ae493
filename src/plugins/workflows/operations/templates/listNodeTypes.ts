import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import type { PortSpec } from '../../graph/types.js'

import { requireUser } from '../../access/requireUser.js'
import { getPluginContext } from '../../pluginContext.js'

export interface NodeTypeDescription {
  type: string
  label: string
  description: string
  icon: string
  category: string
  inputs: PortSpec[]
  outputs: PortSpec[]
  configSchema: Record<string, unknown>
}

/** Every node type of the site, its config described as JSON Schema. */
export function listNodeTypes({ req }: { req: PayloadRequest }): NodeTypeDescription[] {
  requireUser(req)
  return [...getPluginContext(req.payload).specs.values()].map((spec) => ({
    type: spec.type,
    label: spec.label,
    description: spec.description,
    icon: spec.icon,
    category: spec.category,
    inputs: spec.inputs,
    outputs: spec.outputs,
    // `input`: what one writes, before defaults are filled in. `any`: a host's transform has no schema.
    configSchema: z.toJSONSchema(spec.configSchema, { io: 'input', unrepresentable: 'any' }),
  }))
}
