import { z } from 'zod'

import type { NodeSpec } from '../../nodes/defineNode.js'
import type { Say } from './say.js'

import { isRecord } from '../../graph/json.js'
import { builtInSpecs } from '../../nodes/specs.js'

/** By type, not by object: a site's server may load this module more than once. A host cannot take our names. */
const BUILT_IN: ReadonlySet<string> = new Set(builtInSpecs.map(({ type }) => type))

/** Whether the texts of a node type are ours to translate. */
export const isBuiltIn = (type: string): boolean => BUILT_IN.has(type)

/** Node types as a person reads them. A host's own keep their own words. */
export function translateSpecs({
  specs,
  say,
}: {
  specs: ReadonlyMap<string, NodeSpec>
  say: Say
}): ReadonlyMap<string, NodeSpec> {
  return new Map(
    [...specs].map(([type, spec]) => [
      type,
      BUILT_IN.has(type) ? translateSpec({ spec, say }) : spec,
    ]),
  )
}

function translateSpec({ spec, say }: { spec: NodeSpec; say: Say }): NodeSpec {
  const named = <Part extends { label: string }>(part: Part): Part => ({
    ...part,
    label: say(part.label),
  })
  return {
    ...spec,
    label: say(spec.label),
    description: say(spec.description),
    inputs: spec.inputs.map(named),
    outputs: spec.outputs.map(named),
    outputFields: spec.outputFields.map((field) => ({
      ...field,
      description: say(field.description),
    })),
    summarize: (config) => spec.summarize(config, say),
  }
}

/** The settings of a node type as JSON Schema, what its form says in a person's words. */
export function translateSettings({
  spec: { type, configSchema },
  say,
}: {
  spec: Pick<NodeSpec, 'type' | 'configSchema'>
  say: Say
}): Record<string, unknown> {
  // As in listNodeTypes.ts: what one writes, before defaults; a host's transform has no schema.
  const schema = z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' })
  if (!BUILT_IN.has(type) || !schema.properties) return schema
  const properties = Object.entries(schema.properties).map(([key, property]) => [
    key,
    isRecord(property) && isRecord(property.field)
      ? { ...property, field: translateField({ field: property.field, say }) }
      : property,
  ])
  return { ...schema, properties: Object.fromEntries(properties) as Record<string, unknown> }
}

/** `FieldMeta` of defineNode.ts, after it went through JSON Schema. */
function translateField({
  field,
  say,
}: {
  field: Record<string, unknown>
  say: Say
}): Record<string, unknown> {
  const said = Object.entries(field).map(([key, value]) => {
    if (key === 'options' && Array.isArray(value)) {
      const options: unknown[] = value
      return [
        key,
        options.map((option) =>
          isRecord(option) ? translateField({ field: option, say }) : option,
        ),
      ]
    }
    return [key, TEXTS.has(key) && typeof value === 'string' ? say(value) : value]
  })
  return Object.fromEntries(said) as Record<string, unknown>
}

const TEXTS: ReadonlySet<string> = new Set(['label', 'help', 'placeholder'])
