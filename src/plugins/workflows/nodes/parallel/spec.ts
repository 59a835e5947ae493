import { z } from 'zod'

import type { FieldMeta, NodeSpec } from '../defineNode.js'

import { inEnglish } from '../../translations/nodeTexts/say.js'

/** An execution runs 20 jobs at once by default; a host may allow more. */
const MOST_CONCURRENT = 100
const DEFAULT_CONCURRENT = 10

const configSchema = z.strictObject({
  maxConcurrent: z
    .int()
    .min(1)
    .max(MOST_CONCURRENT)
    .default(DEFAULT_CONCURRENT)
    .meta({
      field: {
        control: 'slider',
        label: 'Jobs at once',
        help: 'Of all branches together.',
        step: 1,
      } satisfies FieldMeta,
    }),
  waitForAll: z
    .boolean()
    .default(true)
    .meta({
      field: {
        control: 'checkbox',
        label: 'Wait for all branches',
        help: 'Off: the merge goes on with the first branch that is ready.',
      } satisfies FieldMeta,
    }),
  continueOnError: z
    .boolean()
    .default(false)
    .meta({
      field: {
        control: 'checkbox',
        label: 'Go on when a branch fails',
      } satisfies FieldMeta,
    }),
})

export type ParallelConfig = z.output<typeof configSchema>

/** Starts several branches at once and says how they run. */
export const parallelSpec: NodeSpec<ParallelConfig> = {
  type: 'parallel',
  label: 'Parallel',
  description: 'Runs the branches behind it side by side.',
  icon: 'lanes',
  category: 'flow',
  inputs: [{ id: 'in', label: 'After', kinds: ['copy', 'image', 'pass', 'signal'] }],
  outputs: [{ id: 'out', label: 'Branches', kinds: ['pass'] }],
  configSchema,
  outputFields: [
    { path: 'text', type: 'string', description: 'Texts that came in' },
    { path: 'count', type: 'number', description: 'Number of items that came in' },
    { path: 'items', type: 'list', description: 'The items that came in' },
  ],
  templateFields: [],
  produces: 'pass',
  summarize: ({ maxConcurrent, waitForAll, continueOnError }, say = inEnglish) =>
    [
      say('{{count}} at once', { count: maxConcurrent }),
      say(waitForAll ? 'waits for all' : 'first one wins'),
      ...(continueOnError ? [say('goes on after errors')] : []),
    ].join(' · '),
}
