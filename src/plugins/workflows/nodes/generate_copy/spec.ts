import { z } from 'zod'

import type { FieldMeta, NodeSpec } from '../defineNode.js'

import {
  hostIds,
  nodeReference,
  optionalPrompt,
  quantity,
  requiredPrompt,
} from '../../graph/configSchemas.js'
import { MAX_COPIES, MAX_TEMPERATURE, MAX_TOKENS } from '../../graph/limits.js'
import { quantityParam } from '../../graph/quantityParam.js'
import { sentence } from '../../graph/sentence.js'
import { inEnglish } from '../../translations/nodeTexts/say.js'

/** Documents one prompt can hold at all; at 40,000 characters a source far fewer fit. */
const MOST_DOCUMENTS = 100

const configSchema = z.strictObject({
  promptTemplate: requiredPrompt.meta({
    field: {
      control: 'prompt',
      label: 'Prompt',
      help: 'What to write. Use {{variables}} from the launch form and from earlier nodes.',
      placeholder: 'Write an ad about {{topic}} for {{audience}}.',
    } satisfies FieldMeta,
  }),
  systemPrompt: optionalPrompt.meta({
    field: {
      control: 'prompt',
      label: 'Brand voice',
      help: 'Who is writing and how: tone, rules, words to avoid. Sent as the system message.',
    } satisfies FieldMeta,
  }),
  quantity: quantity({ max: MAX_COPIES })
    .default(1)
    .meta({
      field: {
        control: 'quantity',
        label: 'Quantity',
        help: 'How many copies, or a number input of the launch form.',
      } satisfies FieldMeta,
    }),
  itemsFrom: nodeReference.meta({
    field: {
      control: 'node',
      label: 'One copy for each item of',
      help: 'Instead of a quantity: one copy per item of an earlier node, which the prompt reads as {{item}}.',
    } satisfies FieldMeta,
  }),
  model: z
    .string()
    .max(200)
    .optional()
    .meta({
      field: {
        control: 'model',
        label: 'Model',
        placeholder: 'The default model',
      } satisfies FieldMeta,
    }),
  provider: z
    .string()
    .max(200)
    .optional()
    .meta({ field: { control: 'text', label: 'Provider' } satisfies FieldMeta }),
  temperature: z
    .number()
    .min(0)
    .max(MAX_TEMPERATURE)
    .optional()
    .meta({
      field: {
        control: 'slider',
        label: 'Temperature',
        help: 'Low is predictable, high is surprising. Empty leaves it to the model.',
        step: 0.1,
      } satisfies FieldMeta,
    }),
  maxTokens: z
    .int()
    .min(1)
    .max(MAX_TOKENS)
    .optional()
    .meta({ field: { control: 'number', label: 'Longest answer in tokens' } satisfies FieldMeta }),
  contextMode: z
    .enum(['inherit', 'none', 'custom'])
    .default('inherit')
    .meta({
      field: {
        control: 'select',
        label: 'Context documents',
        options: [
          { label: 'Those of the launch', value: 'inherit' },
          { label: 'None', value: 'none' },
          { label: 'Chosen here', value: 'custom' },
        ],
      } satisfies FieldMeta,
    }),
  contextDocuments: hostIds({ max: MOST_DOCUMENTS })
    .optional()
    .meta({ field: { control: 'documents', label: 'Chosen documents' } satisfies FieldMeta }),
  outputStatus: z
    .enum(['draft', 'review', 'published'])
    .default('draft')
    .meta({
      field: {
        control: 'select',
        label: 'Save as',
        options: [
          { label: 'Draft', value: 'draft' },
          { label: 'In review', value: 'review' },
          { label: 'Published', value: 'published' },
        ],
        group: 'output',
      } satisfies FieldMeta,
    }),
  collection: z
    .string()
    .max(200)
    .optional()
    .meta({
      field: { control: 'collection', label: 'Collection', group: 'output' } satisfies FieldMeta,
    }),
  fieldMapping: z
    .record(z.string().min(1).max(200), z.enum(['title', 'text', 'word_count']))
    .optional()
    .meta({
      field: {
        control: 'mapping',
        label: 'Further fields',
        help: 'Fields of the document that also get the title, the text or the word count.',
        group: 'output',
      } satisfies FieldMeta,
    }),
})

export type GenerateCopyConfig = z.output<typeof configSchema>

/** Writes copies and leaves each as a document in the CMS. */
export const generateCopySpec: NodeSpec<GenerateCopyConfig> = {
  type: 'generate_copy',
  label: 'Generate copy',
  description: 'Writes texts from a prompt and saves each one as a document.',
  icon: 'pen',
  category: 'write',
  inputs: [{ id: 'in', label: 'After', kinds: ['copy', 'image', 'pass', 'signal'] }],
  outputs: [{ id: 'out', label: 'Copies', kinds: ['copy'] }],
  configSchema,
  outputFields: [
    { path: 'text', type: 'string', description: 'All copies, a blank line between them' },
    { path: 'word_count', type: 'number', description: 'Words of all copies' },
    { path: 'count', type: 'number', description: 'Number of copies' },
    { path: 'items', type: 'list', description: 'The copies one by one' },
    { path: 'items[].text', type: 'string', description: 'Text of one copy' },
    { path: 'items[].word_count', type: 'number', description: 'Words of one copy' },
    { path: 'items[].title', type: 'string', description: 'Title of one copy' },
    { path: 'items[].document_id', type: 'string', description: 'Id of its document' },
  ],
  templateFields: ['promptTemplate', 'systemPrompt'],
  quantityField: 'quantity',
  quantityMax: MAX_COPIES,
  itemsFromField: 'itemsFrom',
  references: [{ key: 'itemsFrom', needs: 'items', asItem: true }],
  produces: 'copy',
  check: ({ config: { contextMode, contextDocuments = [] } }) =>
    contextMode === 'custom' && contextDocuments.length === 0
      ? [
          {
            code: 'required_field_missing',
            path: 'contextDocuments',
            ...sentence('Choose the context documents of this node, or use those of the launch.'),
          },
        ]
      : [],
  summarize: ({ quantity, itemsFrom, outputStatus, temperature }, say = inEnglish) => {
    const count = quantityParam(quantity) ?? quantity
    const some = count === 1 ? say('1 copy') : say('{{count}} copies', { count })
    const much = itemsFrom ? say('1 copy per item of {{node}}', { node: itemsFrom }) : some
    const warmth =
      temperature === undefined ? [] : [say('temperature {{value}}', { value: temperature })]
    return [much, say(outputStatus), ...warmth].join(' · ')
  },
}
