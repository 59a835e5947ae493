import { z } from 'zod'

import type { FieldMeta, NodeSpec } from '../defineNode.js'

import { inEnglish } from '../../translations/nodeTexts/say.js'

const STRATEGIES = {
  concatenate: 'One branch after the other',
  interleave: 'One item of each in turn',
  by_branch: 'Kept apart by branch',
} as const

const configSchema = z.strictObject({
  strategy: z
    .enum(['concatenate', 'interleave', 'by_branch'])
    .default('concatenate')
    .meta({
      field: {
        control: 'select',
        label: 'Order',
        options: Object.entries(STRATEGIES).map(([value, label]) => ({ label, value })),
      } satisfies FieldMeta,
    }),
})

export type MergeConfig = z.output<typeof configSchema>

/** Joins branches into one list. Branches that were skipped add nothing. */
export const mergeSpec: NodeSpec<MergeConfig> = {
  type: 'merge',
  label: 'Merge',
  description: 'Joins what several branches made.',
  icon: 'merge',
  category: 'flow',
  inputs: [
    {
      id: 'in',
      label: 'Branches',
      kinds: ['copy', 'image', 'pass', 'signal'],
      required: true,
      minEdges: 2,
    },
  ],
  outputs: [{ id: 'out', label: 'Joined', kinds: ['pass'] }],
  configSchema,
  outputFields: [
    { path: 'text', type: 'string', description: 'Texts of all branches' },
    { path: 'word_count', type: 'number', description: 'Words of all texts' },
    { path: 'count', type: 'number', description: 'Number of items' },
    { path: 'items', type: 'list', description: 'The items of all branches' },
  ],
  templateFields: [],
  produces: 'pass',
  summarize: ({ strategy }, say = inEnglish) => say(STRATEGIES[strategy]),
}
