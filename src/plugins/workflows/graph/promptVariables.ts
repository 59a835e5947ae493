import type { OutputField, TemplateInput } from './types.js'

/** Words that prompts read besides the inputs (api.md). `item` only in nodes that go through items. */
export const PROMPT_WORDS = ['index', 'previous_output', 'nodes', 'params', 'item'] as const

/** Names an input cannot have: prompts mean something else by them, or Liquid does. */
export const RESERVED_INPUT_NAMES: ReadonlySet<string> = new Set([
  ...PROMPT_WORDS,
  ...['true', 'false', 'nil', 'null', 'empty', 'blank', 'forloop', 'tablerowloop'],
])

/** Types whose value is a number, which a quantity may name. */
export function isNumberInput({ type }: TemplateInput): boolean {
  return type === 'number' || type === 'slider'
}

/** What an output field holds when its node was skipped: nothing, of the right type. */
export function emptyOutput(fields: readonly OutputField[]): [string, unknown][] {
  const empty = { string: '', number: 0, boolean: false, list: [], object: {} }
  return fields
    .filter(({ path }) => !path.includes('.'))
    .map(({ path, type }) => [path, empty[type]])
}
