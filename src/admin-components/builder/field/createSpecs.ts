import { z } from 'zod'

import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'
import type { Say } from '../../../plugins/workflows/translations/nodeTexts/say.js'
import type { BuilderFacts, JsonSchema, NodeTypeFacts } from './facts.js'

import { isRecord } from '../../../plugins/workflows/graph/json.js'
import { builtInSpecs, specMap } from '../../../plugins/workflows/nodes/specs.js'
import {
  translateSettings,
  translateSpecs,
} from '../../../plugins/workflows/translations/nodeTexts/translateSpecs.js'

/** Values of a host's node that its card shows when it has no summary of its own here. */
const SUMMARY_PARTS = 3
const LONGEST_PART = 40

/** All node types of the site, for the browser: ours in the person's language, the host's as near as JSON allows. */
export function createSpecs({ facts: { hostNodeTypes }, say }: { facts: BuilderFacts; say: Say }): {
  specs: ReadonlyMap<string, NodeSpec>
  /** As the server has them: what it and the browser say of a problem must be the same sentence. */
  rules: ReadonlyMap<string, NodeSpec>
  configSchemas: ReadonlyMap<string, JsonSchema>
} {
  const rules = specMap(hostNodeTypes.map(toSpec))
  const ours = builtInSpecs.map((spec): [string, JsonSchema] => [
    spec.type,
    translateSettings({ spec, say }),
  ])
  const theirs = hostNodeTypes.map(({ type, configSchema }): [string, JsonSchema] => [
    type,
    configSchema,
  ])
  return {
    specs: translateSpecs({ specs: rules, say }),
    rules,
    configSchemas: new Map([...ours, ...theirs]),
  }
}

function toSpec({ configSchema, ...facts }: NodeTypeFacts): NodeSpec {
  return { ...facts, configSchema: toZod(configSchema), summarize }
}

/** Finer checks of a host (refinements, transforms) are the server's: it judges again at publish. */
function toZod(schema: JsonSchema): z.ZodType {
  try {
    return z.fromJSONSchema(schema)
  } catch {
    return z.looseObject({})
  }
}

function summarize(config: unknown): string {
  if (!isRecord(config)) return ''
  return Object.values(config)
    .filter((value) => typeof value === 'number' || (typeof value === 'string' && value !== ''))
    .map((value) => String(value).replaceAll(/\s+/g, ' ').slice(0, LONGEST_PART))
    .slice(0, SUMMARY_PARTS)
    .join(' · ')
}
