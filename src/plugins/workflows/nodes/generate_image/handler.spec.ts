import { describe, expect, it } from 'vitest'

import type { NodeInput } from '../defineNode.js'
import type { GenerateImageConfig } from './spec.js'

import { createFakeContext, createFakeWriter } from '../createFakeContext.js'
import { createGenerateImageHandler } from './handler.js'

const handler = createGenerateImageHandler()

const input = (
  config: Partial<GenerateImageConfig> = {},
  given: Partial<NodeInput> = {},
): NodeInput<GenerateImageConfig> => ({
  index: 4,
  quantity: 5,
  item: null,
  upstream: [],
  ...given,
  config: {
    promptTemplate: 'Red sandals on a beach',
    style: 'vibrant',
    dimensions: '1080x1920',
    quantity: 5,
    ...config,
  },
})

describe('generate_image', () => {
  it('should draw one image and store it with an alt text', async () => {
    const context = createFakeContext()
    const { output, usage, write } = await handler(input(), context)
    expect(context.imageCalls[0]).toMatchObject({
      step: 'draw',
      request: { width: 1080, height: 1920, style: 'vibrant', hints: { index: 4, quantity: 5 } },
    })
    expect(context.imageCalls[0]?.request.prompt).toContain('Red sandals on a beach')
    expect(usage).toEqual({ tokensIn: 3, tokensOut: 0, cost: 0.25, model: 'fake-image' })
    const cms = createFakeWriter()
    const added = await write?.(cms)
    expect({ ...output, ...added }).toEqual({
      media_id: 9,
      url: '/api/media/file/a.png',
      alt: 'Red sandals on a beach',
      width: 1,
      height: 1,
      prompt: 'Red sandals on a beach',
    })
    expect(cms.calls).toEqual([
      ['createMedia', expect.objectContaining({ slot: 'media', mimeType: 'image/png' })],
    ])
  })

  it('should illustrate the copy it was given and say which', async () => {
    const context = createFakeContext()
    const item = { title: 'Sandals', text: 'For every beach.', document_id: 12 }
    const copies = { nodeId: 'copy', type: 'generate_copy', items: [item, item, item] }
    const { output, write } = await handler(
      input({ copySourceNode: 'copy' }, { item, upstream: [copies] }),
      context,
    )
    expect(output).toMatchObject({ copy_index: 1, document_id: 12 })
    expect(context.imageCalls[0]?.request.prompt).toContain('For every beach.')
    expect(await write?.(createFakeWriter())).toMatchObject({ alt: 'Sandals' })
  })

  it('should not repeat a copy that the prompt places itself', async () => {
    const context = createFakeContext({ render: async () => 'A picture of: For every beach.' })
    const item = { text: 'For every beach.', copy_index: 3 }
    const { output } = await handler(
      input({ promptTemplate: '{{ item.text }}' }, { item }),
      context,
    )
    expect(context.imageCalls[0]?.request.prompt.split('For every beach.')).toHaveLength(2)
    expect(output).toMatchObject({ copy_index: 3 })
    expect(output).not.toHaveProperty('document_id')
  })

  it('should say in the alt text that a demo image is one', async () => {
    const { provider } = createFakeContext()
    const context = createFakeContext({ provider: () => ({ ...provider(), isDemo: true }) })
    const { write } = await handler(input(), context)
    expect(await write?.(createFakeWriter())).toMatchObject({
      alt: 'Red sandals on a beach (demo image)',
    })
  })
})
