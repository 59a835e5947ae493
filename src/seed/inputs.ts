import type { JsonObject, TemplateInput } from '../plugins/workflows/graph/types.js'

/** One line of a form; longer than any subject, audience or offer that fits one. */
const LINE = 200
/** A page of facts. More belongs into context documents. */
const PAGE = 4_000

type Words = Partial<Pick<TemplateInput, 'label' | 'description'>>

/** What it is all about; prompts read `{{topic}}`. */
export function topicInput({
  example,
  label = 'Product or topic',
  description = 'An example is filled in; write your own.',
}: Words & { example: string }): TemplateInput {
  return {
    name: 'topic',
    label,
    type: 'text',
    required: true,
    default: example,
    max: LINE,
    description,
  }
}

export function audienceInput({ example }: { example: string }): TemplateInput {
  return {
    name: 'audience',
    label: 'Audience',
    type: 'text',
    required: true,
    default: example,
    max: LINE,
    description: 'Who should read it.',
  }
}

export const toneInput: TemplateInput = {
  name: 'tone',
  label: 'Tone',
  type: 'select',
  required: true,
  default: 'warm',
  options: [
    { label: 'Warm', value: 'warm' },
    { label: 'Plain', value: 'plain' },
    { label: 'Playful', value: 'playful' },
    { label: 'Confident', value: 'confident' },
    { label: 'Expert', value: 'expert' },
  ],
}

export function detailsInput({ example }: { example: string }): TemplateInput {
  return {
    name: 'details',
    label: 'Facts to use',
    type: 'textarea',
    default: example,
    max: PAGE,
    description: 'Figures, prices and features that may be mentioned. Nothing else is made up.',
  }
}

/** A text that may be left empty. */
export function lineInput({
  name,
  label,
  example,
  description,
}: {
  name: string
  label: string
  example: string
  description: string
}): TemplateInput {
  return { name, label, type: 'text', default: example, max: LINE, description }
}

export function countInput({
  name,
  label,
  standard,
  min = 1,
  max,
  description,
}: {
  name: string
  label: string
  standard: number
  min?: number
  max: number
  description?: string
}): TemplateInput {
  return {
    name,
    label,
    type: 'slider',
    required: true,
    default: standard,
    min,
    max,
    ...(description ? { description } : {}),
  }
}

/** The answers that are filled in before anybody types: one truth, the inputs themselves. */
export function defaultsOf(inputs: readonly TemplateInput[]): JsonObject {
  return Object.fromEntries(inputs.map((input) => [input.name, input.default ?? null]))
}
