import { z } from 'zod'

import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'
import type { PluginContext } from '../../../plugins/workflows/pluginContext.js'
import type { BuilderFacts, NodeTypeFacts } from './facts.js'

/** The host's own node types as JSON. The built-in ones are in the builder's own code. */
export function readFacts(context: PluginContext): BuilderFacts {
  const hostNodeTypes = [...context.hostNodes.values()].map(({ spec }) => describe(spec))
  // What a host put beside its JSON (a function in an option, say) must not reach the browser.
  return { hostNodeTypes: JSON.parse(JSON.stringify(hostNodeTypes)) as NodeTypeFacts[] }
}

function describe(spec: NodeSpec): NodeTypeFacts {
  const { check: _check, configSchema, summarize: _summarize, ...facts } = spec
  return {
    ...facts,
    // As in listNodeTypes.ts: what one writes; a host's transform has no schema.
    configSchema: z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' }),
  }
}
