import type { TemplateInput, TemplateInputType } from '../../../../plugins/workflows/graph/types.js'

import { RESERVED_INPUT_NAMES } from '../../../../plugins/workflows/graph/promptVariables.js'

export const INPUT_TYPES: TemplateInputType[] = [
  'text',
  'textarea',
  'number',
  'slider',
  'select',
  'checkbox',
]

/** Where a slider starts that was made of another type. */
const SLIDER = { min: 1, max: 10 }

/** An input with a name nobody has yet. */
export function newInput(inputs: readonly TemplateInput[], label: string): TemplateInput {
  const names = new Set(inputs.map(({ name }) => name))
  let number = inputs.length + 1
  while (names.has(`input_${number}`)) number++
  return { name: `input_${number}`, label, type: 'text' }
}

/** `Call to action!` is read by prompts as `call_to_action`; null when nothing is left of it. */
export function nameFromLabel({
  label,
  taken,
}: {
  label: string
  taken: ReadonlySet<string>
}): string | null {
  const name = label
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40)
  if (name === '' || RESERVED_INPUT_NAMES.has(name) || taken.has(name)) return null
  return name
}

/** Whether the name was given by us and nobody has thought about it. */
export function isAutomaticName(name: string): boolean {
  return /^input_\d+$/.test(name)
}

/** Another type keeps what still means something, and drops the rest. */
export function withType(input: TemplateInput, type: TemplateInputType): TemplateInput {
  const { default: _default, options, min, max, ...rest } = input
  const isNumber = type === 'number' || type === 'slider'
  const wasNumber = input.type === 'number' || input.type === 'slider'
  const isText = type === 'text' || type === 'textarea'
  const wasText = input.type === 'text' || input.type === 'textarea'
  const isAlike = (isNumber && wasNumber) || (isText && wasText)
  return {
    ...rest,
    type,
    ...(isAlike && input.default !== undefined && { default: input.default }),
    ...(isAlike && min !== undefined && { min }),
    ...(isAlike && max !== undefined && { max }),
    ...(type === 'slider' && {
      min: (isAlike ? min : undefined) ?? SLIDER.min,
      max: (isAlike ? max : undefined) ?? SLIDER.max,
    }),
    ...(type === 'select' && { options: options ?? [] }),
  }
}

/** One setting of an input; `undefined` takes it out. */
export function withSetting<Key extends keyof TemplateInput>(
  input: TemplateInput,
  key: Key,
  value: TemplateInput[Key] | undefined,
): TemplateInput {
  const { [key]: _before, ...rest } = input
  // What is left lacks one key at most, and that one is put back unless it is optional.
  return (value === undefined ? rest : { ...rest, [key]: value }) as TemplateInput
}

/** Options as they are typed: `value` or `value = Label`, one a line. */
export function readOptionLines(text: string): { label: string; value: string }[] {
  return text.split('\n').flatMap((line) => {
    const [value = '', ...label] = line.split('=')
    if (value.trim() === '' && label.length === 0) return []
    return [{ value: value.trim(), label: label.join('=').trim() || value.trim() }]
  })
}

export function writeOptionLines(options: TemplateInput['options']): string {
  if (!Array.isArray(options)) return ''
  return options
    .map(({ label, value }) => (label === value ? value : `${value} = ${label}`))
    .join('\n')
}
