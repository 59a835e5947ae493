import type { JsonValue } from '../../../../plugins/workflows/graph/types.js'
import type { FieldMeta } from '../../../../plugins/workflows/nodes/defineNode.js'

import { isRecord } from '../../../../plugins/workflows/graph/json.js'

/** `json`: what no control of ours can show, edited as JSON. `list`: texts, one a line. */
export type Control = FieldMeta['control'] | 'json' | 'list'

/** One setting of a node type, as its form shows it. */
export interface ConfigField {
  key: string
  control: Control
  label: string
  help?: string
  placeholder?: string
  options: { label: string; value: string }[]
  required: boolean
  group: 'setup' | 'output'
  /** What counts when nothing is set. */
  standard?: JsonValue
  min?: number
  max?: number
  step?: number
  maxLength?: number
  isInteger: boolean
}

const CONTROLS: Control[] = [
  ...(['text', 'textarea', 'prompt', 'number', 'slider', 'select', 'checkbox', 'model'] as const),
  ...(['documents', 'node', 'rules', 'collection', 'mapping', 'users', 'quantity'] as const),
]

/** Longer texts get more than one line. */
const LONG_TEXT = 500

/**
 * The fields of a node type, from the JSON Schema of its config. A host's schema without our metadata
 * gets controls by its types; one that is no object has no fields.
 */
export function readFields(schema: Readonly<Record<string, unknown>> | undefined): ConfigField[] {
  const properties = isRecord(schema?.properties) ? schema.properties : {}
  const required = Array.isArray(schema?.required) ? schema.required : []
  return Object.entries(properties).map(([key, property]) =>
    readField({
      key,
      property: isRecord(property) ? property : {},
      isRequired: required.includes(key),
    }),
  )
}

function readField({
  key,
  property,
  isRequired,
}: {
  key: string
  property: Record<string, unknown>
  isRequired: boolean
}): ConfigField {
  const meta = isRecord(property.field) ? property.field : {}
  const number = numberPart(property)
  const options = readOptions(meta.options) ?? enumOptions(property.enum)
  const control = CONTROLS.find((known) => known === meta.control) ?? guessControl(property)
  const min = boundary(number.minimum)
  const max = boundary(number.maximum)
  return {
    key,
    control: control === 'slider' && (min === undefined || max === undefined) ? 'number' : control,
    label: textOf(meta.label) ?? textOf(property.title) ?? nameAsWords(key),
    ...optional('help', textOf(meta.help) ?? textOf(property.description)),
    ...optional('placeholder', textOf(meta.placeholder)),
    ...optional('step', typeof meta.step === 'number' ? meta.step : undefined),
    ...optional('standard', property.default as JsonValue | undefined),
    ...optional('min', min),
    ...optional('max', max),
    ...optional(
      'maxLength',
      typeof property.maxLength === 'number' ? property.maxLength : undefined,
    ),
    options,
    required: isRequired,
    group: meta.group === 'output' ? 'output' : 'setup',
    isInteger: number.type === 'integer',
  }
}

function guessControl(property: Record<string, unknown>): Control {
  if (Array.isArray(property.enum)) {
    return property.enum.every((value) => typeof value === 'string') ? 'select' : 'json'
  }
  switch (property.type) {
    case 'string':
      return Number(property.maxLength ?? 0) > LONG_TEXT ? 'textarea' : 'text'
    case 'number':
    case 'integer':
      return 'number'
    case 'boolean':
      return 'checkbox'
    case 'array':
      return isRecord(property.items) && property.items.type === 'string' ? 'list' : 'json'
    default:
      return 'json'
  }
}

/** A union of number and text (a quantity) has its limits in the part that is a number. */
function numberPart(property: Record<string, unknown>): Record<string, unknown> {
  const parts: unknown[] = Array.isArray(property.anyOf) ? property.anyOf : []
  const found = parts.find(
    (part): part is Record<string, unknown> =>
      isRecord(part) && (part.type === 'integer' || part.type === 'number'),
  )
  return found ?? property
}

/** zod writes the safe integers as limits; true, but nothing to tell an editor. */
function boundary(value: unknown): number | undefined {
  return typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined
}

function readOptions(value: unknown): ConfigField['options'] | null {
  if (!Array.isArray(value)) return null
  return value.flatMap((entry: unknown) =>
    isRecord(entry) && typeof entry.value === 'string'
      ? [{ value: entry.value, label: textOf(entry.label) ?? entry.value }]
      : [],
  )
}

function enumOptions(value: unknown): ConfigField['options'] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown) =>
    typeof entry === 'string' ? [{ value: entry, label: nameAsWords(entry) }] : [],
  )
}

/** `wordCount` and `word_count` read as “Word count”. */
export function nameAsWords(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { [Name in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [Name in Key]?: Value }
}
