import { z } from 'zod'

import type { Phrase } from '../../graph/sentence.js'
import type { ProblemCode } from '../../graph/types.js'
import type { Say } from '../../translations/nodeTexts/say.js'
import type { FieldMeta, NodeSpec } from '../defineNode.js'

import { OPERATORS, toNumber } from '../../graph/conditions.js'
import { sentence } from '../../graph/sentence.js'
import { inEnglish } from '../../translations/nodeTexts/say.js'

/** More rows than that no person reads as one condition (features.md T034 gives the number). */
const MOST_RULES = 50

const ruleSchema = z.strictObject({
  field: z.string().min(1).max(500),
  operator: z.enum(OPERATORS),
  value: z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()]).optional(),
})

const configSchema = z.strictObject({
  match: z
    .enum(['all', 'any'])
    .default('all')
    .meta({
      field: {
        control: 'select',
        label: 'Holds when',
        options: [
          { label: 'All rules hold', value: 'all' },
          { label: 'Any rule holds', value: 'any' },
        ],
      } satisfies FieldMeta,
    }),
  rules: z
    .array(ruleSchema)
    .min(1)
    .max(MOST_RULES)
    .meta({ field: { control: 'rules', label: 'Rules' } satisfies FieldMeta }),
  trueLabel: z
    .string()
    .max(60)
    .optional()
    .meta({
      field: {
        control: 'text',
        label: 'Name of the yes branch',
        placeholder: 'Yes',
      } satisfies FieldMeta,
    }),
  falseLabel: z
    .string()
    .max(60)
    .optional()
    .meta({
      field: {
        control: 'text',
        label: 'Name of the no branch',
        placeholder: 'No',
      } satisfies FieldMeta,
    }),
})

export type ConditionalConfig = z.output<typeof configSchema>
type Rule = ConditionalConfig['rules'][number]

/** Chooses one of two branches. The other one, and all that only it leads to, is skipped. */
export const conditionalSpec: NodeSpec<ConditionalConfig> = {
  type: 'conditional',
  label: 'Condition',
  description: 'Goes one way or the other, by what came out before or what the launch form says.',
  icon: 'diamond',
  category: 'flow',
  inputs: [{ id: 'in', label: 'After', kinds: ['copy', 'image', 'pass', 'signal'] }],
  outputs: [
    { id: 'true', label: 'Yes', kinds: ['pass'] },
    { id: 'false', label: 'No', kinds: ['pass'] },
  ],
  configSchema,
  outputFields: [{ path: 'branch', type: 'string', description: '“true” or “false”' }],
  templateFields: [],
  conditionFields: ['rules'],
  produces: 'pass',
  check: ({ config: { rules } }) => rules.flatMap(checkValue),
  summarize: ({ match, rules: [first, ...others] }, say = inEnglish) => {
    if (!first) return ''
    const more = match === 'all' ? 'and {{count}} more' : 'or {{count}} more'
    const count = others.length
    return [describeRule(first, say), ...(count > 0 ? [say(more, { count })] : [])].join(' ')
  },
}

/** Every operator but `is_empty` compares with a value; greater and less compare numbers. */
function checkValue(
  { operator, value }: Rule,
  at: number,
): { code: ProblemCode; path: string; message: string; words: Phrase }[] {
  const path = `rules[${at}].value`
  const position = `${at + 1}`
  if (operator === 'is_empty') return []
  if (value === undefined || value === null) {
    const what = sentence('Rule {{position}} needs a value to compare with.', { position })
    return [{ code: 'required_field_missing', path, ...what }]
  }
  const isNumeric = operator === 'greater_than' || operator === 'less_than'
  if (!isNumeric || toNumber(value) !== null) return []
  const what = sentence('Rule {{position}} compares numbers, so its value must be a number.', {
    position,
  })
  return [{ code: 'invalid_type', path, ...what }]
}

function describeRule({ field, operator, value }: Rule, say: Say): string {
  const name = field.replace(/^(params|nodes)\./, '').replace('.output.', ' ')
  const words = say(operator.replaceAll('_', ' '))
  return operator === 'is_empty' ? `${name} ${words}` : `${name} ${words} ${String(value)}`
}
