import { describe, expect, it } from 'vitest'

import { createFakeContext } from '../createFakeContext.js'
import { createReviewHandler } from './handler.js'
import { buildReviewOutput } from './output.js'

const items = [
  { jobId: 'a', item: { text: 'one two', word_count: 2, title: 'A', document_id: 1 } },
  { jobId: 'b', item: { text: 'three', word_count: 1, title: 'B', document_id: 2 } },
]

describe('buildReviewOutput', () => {
  it('should let everything through when approved', () => {
    expect(buildReviewOutput({ items, decision: 'approve', comment: 'Fine' })).toEqual({
      decision: 'approve',
      comment: 'Fine',
      text: 'one two\n\nthree',
      word_count: 3,
      count: 2,
      items: items.map(({ item }) => item),
    })
  })

  it('should let only the selected items through, in their old order', () => {
    const output = buildReviewOutput({
      items,
      decision: 'approve',
      comment: null,
      selected: ['b', 'unknown', 'a', 'b'],
    })
    expect(output).toMatchObject({ comment: '', count: 2, items: items.map(({ item }) => item) })
    const none = buildReviewOutput({ items, decision: 'approve', comment: null, selected: [] })
    expect(none).toMatchObject({ count: 0, text: '' })
  })

  it('should take edits of title and text and of nothing else', () => {
    const data = { text: 'four new words here', title: 'New', document_id: 99 }
    const output = buildReviewOutput({
      items,
      decision: 'approve',
      comment: null,
      selected: ['a'],
      edits: [{ jobId: 'a', data }],
    })
    expect(output.items).toEqual([
      { text: 'four new words here', word_count: 4, title: 'New', document_id: 1 },
    ])
  })

  it('should let nothing through when rejected', () => {
    const output = buildReviewOutput({
      items,
      decision: 'reject',
      comment: 'No',
      selected: ['a'],
    })
    expect(output).toMatchObject({ decision: 'reject', count: 0, items: [], text: '' })
  })
})

describe('review', () => {
  it('should never be run by a worker', async () => {
    const config = { reviewType: 'approval' as const, instructions: '' }
    const run = createReviewHandler()(
      { config, index: 0, quantity: 1, item: null, upstream: [] },
      createFakeContext(),
    )
    await expect(run).rejects.toMatchObject({ code: 'review_not_runnable' })
  })
})
