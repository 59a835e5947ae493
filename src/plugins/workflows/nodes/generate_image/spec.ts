import { z } from 'zod'

import type { FieldMeta, NodeSpec } from '../defineNode.js'

import { nodeReference, quantity, requiredPrompt } from '../../graph/configSchemas.js'
import { MAX_IMAGES } from '../../graph/limits.js'
import { quantityParam } from '../../graph/quantityParam.js'
import { inEnglish } from '../../translations/nodeTexts/say.js'

/** The presets of features.md T050, in the order of the form. */
export const IMAGE_STYLES = [
  'professional_marketing',
  'minimalist',
  'vibrant',
  'realistic',
  'artistic',
] as const

/** The sizes of features.md T050. */
export const IMAGE_DIMENSIONS = ['1024x1024', '1080x1080', '1920x1080', '1080x1920'] as const

const configSchema = z.strictObject({
  promptTemplate: requiredPrompt.meta({
    field: {
      control: 'prompt',
      label: 'Prompt',
      help: 'What the image shows. Use {{variables}} from the launch form and from earlier nodes.',
      placeholder: 'A photo for an ad about {{topic}}',
    } satisfies FieldMeta,
  }),
  style: z
    .enum(IMAGE_STYLES)
    .default('professional_marketing')
    .meta({
      field: {
        control: 'select',
        label: 'Style',
        options: [
          { label: 'Professional marketing', value: 'professional_marketing' },
          { label: 'Minimalist', value: 'minimalist' },
          { label: 'Vibrant', value: 'vibrant' },
          { label: 'Realistic', value: 'realistic' },
          { label: 'Artistic', value: 'artistic' },
        ],
      } satisfies FieldMeta,
    }),
  dimensions: z
    .enum(IMAGE_DIMENSIONS)
    .default('1024x1024')
    .meta({
      field: {
        control: 'select',
        label: 'Dimensions',
        options: [
          { label: 'Square, 1024 × 1024', value: '1024x1024' },
          { label: 'Square post, 1080 × 1080', value: '1080x1080' },
          { label: 'Landscape, 1920 × 1080', value: '1920x1080' },
          { label: 'Portrait, 1080 × 1920', value: '1080x1920' },
        ],
      } satisfies FieldMeta,
    }),
  quantity: quantity({ max: MAX_IMAGES })
    .default(1)
    .meta({
      field: {
        control: 'quantity',
        label: 'Quantity',
        help: 'How many images, or a number input of the launch form.',
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
  copySourceNode: nodeReference.meta({
    field: {
      control: 'node',
      label: 'Illustrates the copies of',
      help: 'Each image is made for one copy of that node, which the prompt reads as {{item}}.',
    } satisfies FieldMeta,
  }),
})

export type GenerateImageConfig = z.output<typeof configSchema>

/** Makes images and leaves each in the site's media library. */
export const generateImageSpec: NodeSpec<GenerateImageConfig> = {
  type: 'generate_image',
  label: 'Generate images',
  description: 'Makes images from a prompt and saves them in the media library.',
  icon: 'image',
  category: 'image',
  inputs: [{ id: 'in', label: 'After', kinds: ['copy', 'image', 'pass', 'signal'] }],
  outputs: [{ id: 'out', label: 'Images', kinds: ['image'] }],
  configSchema,
  outputFields: [
    { path: 'count', type: 'number', description: 'Number of images' },
    { path: 'items', type: 'list', description: 'The images one by one' },
    { path: 'items[].media_id', type: 'string', description: 'Id in the media library' },
    { path: 'items[].url', type: 'string', description: 'Address of the file' },
    { path: 'items[].alt', type: 'string', description: 'Text for those who do not see it' },
    { path: 'items[].width', type: 'number', description: 'Width in pixels' },
    { path: 'items[].height', type: 'number', description: 'Height in pixels' },
  ],
  templateFields: ['promptTemplate'],
  quantityField: 'quantity',
  quantityMax: MAX_IMAGES,
  references: [{ key: 'copySourceNode', needs: 'copy', asItem: true }],
  produces: 'image',
  summarize: ({ quantity, style, dimensions }, say = inEnglish) => {
    const count = quantityParam(quantity) ?? quantity
    const much = count === 1 ? say('1 image') : say('{{count}} images', { count })
    return [much, say(style.replaceAll('_', ' ')), dimensions.replace('x', ' × ')].join(' · ')
  },
}
