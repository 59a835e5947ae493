import { z } from 'zod'

import type { FieldMeta, NodeSpec } from '../defineNode.js'

import { nodeReference } from '../../graph/configSchemas.js'
import { inEnglish } from '../../translations/nodeTexts/say.js'

const STRATEGIES = {
  one_to_one: 'One image to each copy',
  one_to_many: 'One image to all copies',
  many_to_one: 'All images to one copy',
  round_robin: 'Images in turn',
  all_to_all: 'All images to all copies',
} as const

/** How images are dealt out to copies. */
export type AttachStrategy = keyof typeof STRATEGIES

const configSchema = z.strictObject({
  strategy: z.enum(['one_to_one', 'one_to_many', 'many_to_one', 'round_robin', 'all_to_all']).meta({
    field: {
      control: 'select',
      label: 'Strategy',
      options: Object.entries(STRATEGIES).map(([value, label]) => ({ label, value })),
    } satisfies FieldMeta,
  }),
  matchBy: z
    .enum(['position', 'id', 'content'])
    .default('position')
    .meta({
      field: {
        control: 'select',
        label: 'Match by',
        help: 'Which image belongs to which copy.',
        options: [
          { label: 'Position: first to first', value: 'position' },
          { label: 'Id: the copy an image was made for', value: 'id' },
          { label: 'Content: most words in common', value: 'content' },
        ],
      } satisfies FieldMeta,
    }),
  copySourceNode: nodeReference.meta({
    field: {
      control: 'node',
      label: 'Copies from',
      placeholder: 'The nearest node before this one',
    } satisfies FieldMeta,
  }),
  imageSourceNode: nodeReference.meta({
    field: {
      control: 'node',
      label: 'Images from',
      placeholder: 'The nearest node before this one',
    } satisfies FieldMeta,
  }),
  setPrimary: z
    .boolean()
    .default(true)
    .meta({
      field: {
        control: 'checkbox',
        label: 'First image becomes the primary one',
      } satisfies FieldMeta,
    }),
})

export type AttachToDocumentConfig = z.output<typeof configSchema>

/** Attaches the images that were made to the documents that were written. */
export const attachToDocumentSpec: NodeSpec<AttachToDocumentConfig> = {
  type: 'attach_to_document',
  label: 'Attach to documents',
  description: 'Pairs images with copies and attaches them to the documents.',
  icon: 'paperclip',
  category: 'attach',
  // A copy, an image or what passes them: another attach gives it nothing to attach.
  inputs: [{ id: 'in', label: 'Copies and images', kinds: ['copy', 'image', 'pass'] }],
  outputs: [{ id: 'out', label: 'Done', kinds: ['signal'] }],
  configSchema,
  outputFields: [{ path: 'count', type: 'number', description: 'Number of attachments made' }],
  templateFields: [],
  references: [
    { key: 'copySourceNode', needs: 'copy', inferred: true },
    { key: 'imageSourceNode', needs: 'image', inferred: true },
  ],
  produces: 'none',
  summarize: ({ strategy, matchBy }, say = inEnglish) =>
    [say(STRATEGIES[strategy]), ...(matchBy === 'position' ? [] : [say(`by ${matchBy}`)])].join(
      ' · ',
    ),
}
