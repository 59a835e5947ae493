import { z } from 'zod'

import type { FieldMeta, NodeSpec } from '../defineNode.js'

import { hostIds } from '../../graph/configSchemas.js'
import { inEnglish } from '../../translations/nodeTexts/say.js'

/** 30 days in minutes: longer and the content is stale anyway. */
const LONGEST_WAIT_MINUTES = 43_200
/** People one asks at once; also bounds the mails of one review. */
const MOST_REVIEWERS = 50

const TYPES = {
  approval: 'Approve or reject',
  selection: 'Choose what goes on',
  edit: 'Edit, then approve',
} as const

/** What a reviewer does. */
export type ReviewType = keyof typeof TYPES

const configSchema = z.strictObject({
  reviewType: z
    .enum(['approval', 'selection', 'edit'])
    .default('approval')
    .meta({
      field: {
        control: 'select',
        label: 'Kind of review',
        options: Object.entries(TYPES).map(([value, label]) => ({ label, value })),
      } satisfies FieldMeta,
    }),
  instructions: z
    .string()
    .max(5_000)
    .default('')
    .meta({
      field: {
        control: 'textarea',
        label: 'Instructions',
        help: 'What the reviewer should look at.',
      } satisfies FieldMeta,
    }),
  reviewers: hostIds({ max: MOST_REVIEWERS })
    .optional()
    .meta({
      field: {
        control: 'users',
        label: 'Reviewers',
        help: 'Who may decide. Empty: every editor of the workspace.',
      } satisfies FieldMeta,
    }),
  // Fractions of a minute are for tests and demonstrations.
  autoApproveAfterMinutes: z
    .number()
    .gt(0)
    .max(LONGEST_WAIT_MINUTES)
    .optional()
    .meta({
      field: {
        control: 'number',
        label: 'Approve by itself after minutes',
        help: 'Empty: it waits until somebody decides.',
      } satisfies FieldMeta,
    }),
})

export type ReviewConfig = z.output<typeof configSchema>

/** Waits for a person. Holds no worker meanwhile. */
export const reviewSpec: NodeSpec<ReviewConfig> = {
  type: 'review',
  label: 'Review',
  description: 'Waits until a person approves, chooses or edits what was made.',
  icon: 'person',
  category: 'people',
  inputs: [{ id: 'in', label: 'To review', kinds: ['copy', 'image', 'pass'], required: true }],
  outputs: [{ id: 'out', label: 'Let through', kinds: ['pass'] }],
  configSchema,
  outputFields: [
    { path: 'decision', type: 'string', description: '“approve” or “reject”' },
    { path: 'comment', type: 'string', description: 'What the reviewer wrote' },
    { path: 'text', type: 'string', description: 'Texts that were let through' },
    { path: 'count', type: 'number', description: 'Number of items that were let through' },
    { path: 'items', type: 'list', description: 'The items that were let through' },
  ],
  templateFields: [],
  produces: 'pass',
  summarize: ({ reviewType, autoApproveAfterMinutes: minutes }, say = inEnglish) =>
    [
      say(TYPES[reviewType]),
      ...(minutes === undefined ? [] : [say('by itself after {{minutes}} min', { minutes })]),
    ].join(' · '),
}
