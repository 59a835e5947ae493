import { defineNode, PermanentNodeError } from 'payload-workflows'
import { z } from 'zod'

/** Says loudly what came in: one item out for each item in. */
export const shoutNode = defineNode({
  spec: {
    type: 'shout',
    label: 'Shout',
    description: 'Repeats the texts that came in, in capital letters.',
    icon: 'pen',
    category: 'custom',
    inputs: [{ id: 'in', label: 'Texts', kinds: ['copy', 'pass'], required: true }],
    outputs: [{ id: 'out', label: 'Louder texts', kinds: ['pass'] }],
    configSchema: z.strictObject({
      suffix: z
        .string()
        .max(20)
        .default('!')
        .meta({ field: { control: 'text', label: 'Added at the end' } }),
    }),
    outputFields: [
      { path: 'text', type: 'string', description: 'All texts, a blank line between them' },
      { path: 'count', type: 'number', description: 'Number of texts' },
      { path: 'items', type: 'list', description: 'The texts one by one' },
    ],
    templateFields: [],
    produces: 'pass',
    summarize: ({ suffix }) => `ends in ${suffix}`,
  },
  handler: async ({ config, upstream }, context) => {
    const items = upstream
      .flatMap((source) => source.items)
      .map((item) => ({
        ...item,
        text: `${String(item.text ?? '').toUpperCase()}${config.suffix}`,
      }))
    if (items.length === 0) {
      throw new PermanentNodeError({
        code: 'nothing_to_shout',
        message: `"${context.node.label}" got no texts. Connect a node that writes some.`,
      })
    }
    return {
      output: {
        text: items.map(({ text }) => text).join('\n\n'),
        count: items.length,
        items,
      },
      items: items.length,
    }
  },
})
