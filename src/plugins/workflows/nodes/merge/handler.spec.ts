import { describe, expect, it } from 'vitest'

import type { MergeConfig } from './spec.js'

import { createFakeContext } from '../createFakeContext.js'
import { createParallelHandler } from '../parallel/handler.js'
import { createMergeHandler } from './handler.js'

const upstream = [
  { nodeId: 'a', type: 'generate_copy', items: [{ text: 'a one' }, { text: 'a two' }] },
  { nodeId: 'b', type: 'generate_image', items: [{ media_id: 1 }] },
  { nodeId: 'c', type: 'generate_copy', items: [{ text: 'c one' }] },
]

const merge = (strategy: MergeConfig['strategy'], from = upstream) =>
  createMergeHandler()(
    { config: { strategy }, index: 0, quantity: 1, item: null, upstream: from },
    createFakeContext(),
  )

describe('merge', () => {
  it('should put one branch after the other', async () => {
    const { output, items } = await merge('concatenate')
    expect(output).toEqual({
      text: 'a one\n\na two\n\nc one',
      word_count: 6,
      count: 4,
      items: [{ text: 'a one' }, { text: 'a two' }, { media_id: 1 }, { text: 'c one' }],
    })
    expect(items).toBe(4)
  })

  it('should take one item of each branch in turn', async () => {
    const { output } = await merge('interleave')
    expect(output.items).toEqual([
      { text: 'a one' },
      { media_id: 1 },
      { text: 'c one' },
      { text: 'a two' },
    ])
  })

  it('should keep the branches apart as well', async () => {
    const { output } = await merge('by_branch')
    expect(output.branches).toEqual({
      a: upstream[0]?.items,
      b: upstream[1]?.items,
      c: upstream[2]?.items,
    })
  })

  it('should pass nothing on when all branches were skipped', async () => {
    const { output, items } = await merge('interleave', [])
    expect(output).toEqual({ text: '', word_count: 0, count: 0, items: [] })
    expect(items).toBe(0)
  })
})

describe('parallel', () => {
  it('should pass on what came in', async () => {
    const config = { maxConcurrent: 2, waitForAll: true, continueOnError: false }
    const { output, items } = await createParallelHandler()(
      { config, index: 0, quantity: 1, item: null, upstream },
      createFakeContext(),
    )
    expect(output).toMatchObject({ text: 'a one\n\na two\n\nc one', count: 4 })
    expect(output.items).toHaveLength(4)
    expect(items).toBe(4)
  })
})
