import { z } from 'zod'

import { isRecord } from '../../src/plugins/workflows/graph/json.js'
import type { PortSpec } from '../../src/plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../src/plugins/workflows/nodes/defineNode.js'

type Schema = Record<string, unknown>

/** One node type as a section of Markdown: ports, config, outputs. */
export const nodeSection = (spec: NodeSpec, notes = ''): string => {
  const schema: Schema = z.toJSONSchema(spec.configSchema, { io: 'input', unrepresentable: 'any' })
  const required = list(schema.required)
  const rows = Object.entries(isRecord(schema.properties) ? schema.properties : {}).map(
    ([key, property]) => configRow({ spec, key, property, isRequired: required.includes(key) }),
  )
  return `## ${spec.type}

**${spec.label}.** ${spec.description}
${notes && `\n${notes}\n`}
### Ports

| direction | port | carries | label | needed |
| --- | --- | --- | --- | --- |
${[
  ...spec.inputs.map((port) => portRow('in', port)),
  ...spec.outputs.map((port) => portRow('out', port)),
].join('\n')}

### Config

| key | type | default | limits | what it is |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

### Outputs

Read as \`nodes.<id>.output.<path>\`.

| path | type | what it is |
| --- | --- | --- |
${spec.outputFields
  .map(({ path, type, description }) => `| \`${path}\` | ${type} | ${cell(description)} |`)
  .join('\n')}
`
}

const portRow = (direction: 'in' | 'out', port: PortSpec): string => {
  const least = port.minEdges ?? (port.required ? 1 : 0)
  const need = least > 1 ? `at least ${least} edges` : least === 1 ? 'yes' : 'no'
  return `| ${direction} | \`${port.id}\` | ${port.kinds.map(code).join(', ')} | ${port.label} | ${direction === 'in' ? need : ''} |`
}

const configRow = ({
  spec,
  key,
  property,
  isRequired,
}: {
  spec: NodeSpec
  key: string
  property: unknown
  isRequired: boolean
}): string => {
  const schema: Schema = isRecord(property) ? property : {}
  const field: Schema = isRecord(schema.field) ? schema.field : {}
  const text = [
    typeof field.label === 'string' ? `${field.label}.` : '',
    typeof field.help === 'string' ? field.help : '',
    choicesOf(field),
    spec.templateFields.includes(key) ? 'A Liquid prompt.' : '',
    field.control === 'node' ? 'Id of a node before this one.' : '',
    field.control === 'node' && typeof field.placeholder === 'string'
      ? `Empty: ${field.placeholder.toLowerCase()}.`
      : '',
  ]
  const fallback =
    schema.default === undefined
      ? isRequired
        ? '**required**'
        : '–'
      : code(JSON.stringify(schema.default))
  return `| \`${key}\` | ${typeOf(schema)} | ${fallback} | ${cell(limitsOf(schema))} | ${cell(text.filter(Boolean).join(' '))} |`
}

/** What each choice means, in the words of the form. */
const choicesOf = ({ options }: Schema): string => {
  const choices = list(options)
    .filter(isRecord)
    .map(({ label, value }) => `${code(String(value))}: ${String(label)}`)
  return choices.length > 0 ? `${choices.join('; ')}.` : ''
}

const typeOf = (schema: Schema): string => {
  const choices = list(schema.enum)
  if (choices.length > 0) return choices.map((choice) => code(String(choice))).join(', ')
  const union = alternatives(schema)
  if (union.length > 0) return [...new Set(union.map(typeOf))].join(' or ')
  if (schema.type === 'array') {
    return `list of ${isRecord(schema.items) ? typeOf(schema.items) : 'values'}`
  }
  if (schema.type === 'object' && isRecord(schema.properties)) {
    return `\`{ ${Object.keys(schema.properties).join(', ')} }\``
  }
  if (schema.type === 'object' && isRecord(schema.additionalProperties)) {
    return `object of ${typeOf(schema.additionalProperties)}`
  }
  return typeof schema.type === 'string' ? schema.type : 'any'
}

const limitsOf = (schema: Schema): string => {
  const union = alternatives(schema)
  if (union.length > 0) {
    const hasText = union.some(({ type }) => type === 'string')
    const hasNumber = union.some(({ type }) => type === 'integer')
    const own = union.map(limitsOf).filter(Boolean)
    return [...own, ...(hasText && hasNumber ? ['or `{{name}}` of a number input'] : [])].join(', ')
  }
  const number = (key: string): number | null =>
    typeof schema[key] === 'number' && Number.isSafeInteger(schema[key])
      ? schema[key]
      : null
  const parts: string[] = []
  const range = (low: number | null, high: number | null, unit: string): void => {
    if (low !== null && high !== null) parts.push(`${count(low)} to ${count(high)}${unit}`)
    else if (high !== null) parts.push(`at most ${count(high)}${unit}`)
    else if (low !== null) parts.push(`at least ${count(low)}${unit}`)
  }
  range(number('minimum'), number('maximum'), '')
  if (number('exclusiveMinimum') !== null) parts.push(`more than ${number('exclusiveMinimum')}`)
  range(number('minLength'), number('maxLength'), ' characters')
  range(number('minItems'), number('maxItems'), ' entries')
  const inner = schema.type === 'array' && isRecord(schema.items) ? schema.items : null
  const operators = isRecord(inner?.properties) ? inner.properties.operator : null
  if (isRecord(operators)) {
    parts.push(`operator: ${list(operators.enum).map((name) => code(String(name))).join(', ')}`)
  }
  return parts.join('; ')
}

const alternatives = (schema: Schema): Schema[] => list(schema.anyOf).filter(isRecord)

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const code = (text: string): string => `\`${text}\``

const count = (value: number): string => value.toLocaleString('en-US')

/** A bar would end the cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|') || '–'
