import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { createFakeContext } from './createFakeContext.js'
import { defineNode } from './defineNode.js'
import { createNodeRegistry } from './registry.js'
import { builtInSpecs } from './specs.js'

const shout = (type: string) =>
  defineNode({
    spec: {
      type,
      label: 'Shout',
      description: '',
      icon: 'pen',
      category: 'custom',
      inputs: [],
      outputs: [],
      configSchema: z.object({ suffix: z.string().default('!') }),
      outputFields: [],
      templateFields: [],
      produces: 'none',
      summarize: ({ suffix }) => suffix,
    },
    handler: async ({ config }) => ({ output: { text: config.suffix } }),
  })

const input = { config: {}, index: 0, quantity: 1, item: null, upstream: [] }

describe('createNodeRegistry', () => {
  it('should know the built-in types in the order of the palette, then the host ones', () => {
    const { specs } = createNodeRegistry({ hostNodes: [shout('shout')] })
    expect([...specs.keys()]).toEqual([...builtInSpecs.map(({ type }) => type), 'shout'])
  })

  it('should give handlers that get checked config with its defaults', async () => {
    const { get } = createNodeRegistry({ hostNodes: [shout('shout')] })
    const { output } = await get('shout').handler(input, createFakeContext())
    expect(output).toEqual({ text: '!' })
    await expect(async () =>
      get('merge').handler({ ...input, config: { strategy: 'x' } }, createFakeContext()),
    ).rejects.toThrow()
  })

  it.each(['gone', '__proto__', 'constructor', 'toString'])(
    'should name the unknown type %s',
    (type) => {
      const { get } = createNodeRegistry({ hostNodes: [] })
      expect(() => get(type)).toThrow(
        expect.objectContaining({
          code: 'unknown_node_type',
          message: expect.stringContaining(type),
        }),
      )
    },
  )

  it('should refuse host types that are taken or ill-formed', () => {
    const create =
      (...types: string[]) =>
      () =>
        createNodeRegistry({ hostNodes: types.map(shout) })
    expect(create('merge')).toThrow('«merge» is built in')
    expect(create('shout', 'shout')).toThrow('«shout» is registered already')
    for (const type of ['Shout', '1shout', '', 'a-b', '__proto__', 'x'.repeat(65)]) {
      expect(create(type)).toThrow('not well-formed')
    }
  })

  it('should hand the limits of the site to the handlers', async () => {
    const { get } = createNodeRegistry({ hostNodes: [], limits: { attachmentsPerDocument: 1 } })
    const copies = { nodeId: 'c', type: 'generate_copy', items: [{ document_id: 1 }] }
    const images = {
      nodeId: 'i',
      type: 'generate_image',
      items: [{ media_id: 1 }, { media_id: 2 }],
    }
    const { output } = await get('attach_to_document').handler(
      { ...input, config: { strategy: 'many_to_one' }, upstream: [copies, images] },
      createFakeContext(),
    )
    expect(output).toEqual({ count: 1 })
  })
})
