import { describe, expect, it } from 'vitest'

import type { JsonObject } from '../../plugins/workflows/graph/types.js'

import { detailOf, jobOf, nodeOf } from '../monitor/detail.fixture.js'
import { reviewItems } from './reviewItems.js'

const copy = (nodeId: string, index: number, title: string) =>
  jobOf({
    id: `${nodeId}${index}`,
    nodeId,
    index,
    status: 'completed',
    output: { title, text: `Text of ${title}`, word_count: 3 },
  })
const edge = (source: string, target: string, sourceHandle?: string) => ({
  id: `${source}-${target}`,
  source,
  target,
  ...(sourceHandle && { sourceHandle }),
})
const titles = (given: Parameters<typeof reviewItems>[0]) =>
  reviewItems(given).map(({ title }) => title)

describe('reviewItems', () => {
  it('should list the items before a review in order', () => {
    const detail = detailOf({
      nodes: [nodeOf({ id: 'a', status: 'completed' }), nodeOf({ id: 'r', type: 'review' })],
      jobs: [copy('a', 1, 'Two'), copy('a', 0, 'One')],
    })
    expect(titles({ detail, edges: [edge('a', 'r')], nodeId: 'r' })).toEqual(['One', 'Two'])
  })

  it('should look through a condition, and only along the branch that was taken', () => {
    const detail = detailOf({
      nodes: [
        nodeOf({ id: 'a', status: 'completed' }),
        nodeOf({ id: 'if', type: 'conditional', status: 'completed', branch: 'true' }),
        nodeOf({ id: 'r', type: 'review' }),
      ],
      jobs: [copy('a', 0, 'One')],
    })
    const edges = [edge('a', 'if'), edge('if', 'r', 'true')]
    expect(titles({ detail, edges, nodeId: 'r' })).toEqual(['One'])
    const other = [edge('a', 'if'), edge('if', 'r', 'false')]
    expect(titles({ detail, edges: other, nodeId: 'r' })).toEqual([])
  })

  it('should take apart what a merge passes on', () => {
    const items: JsonObject[] = [{ text: 'x' }, { url: '/i.png', alt: 'A picture' }]
    const output = { items }
    const detail = detailOf({
      nodes: [nodeOf({ id: 'm', type: 'merge', status: 'completed' })],
      jobs: [jobOf({ id: 'm0', nodeId: 'm', status: 'completed', output })],
    })
    const things = reviewItems({ detail, edges: [edge('m', 'r')], nodeId: 'r' })
    expect(things.map(({ key, jobId, isText }) => [key, jobId, isText])).toEqual([
      ['m0/0', 'm0', true],
      ['m0/1', 'm0', false],
    ])
  })
})
