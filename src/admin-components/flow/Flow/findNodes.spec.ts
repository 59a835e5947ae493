import { describe, expect, it } from 'vitest'

import type { CardNode } from './FlowNode.js'

import { findNodes } from './findNodes.js'

const node = (id: string, label: string, type = 'generate_copy') =>
  ({ id, data: { step: { id, label, type } } }) as CardNode

const nodes = [
  node('a', 'Write the ad'),
  node('b', 'Ad copy'),
  node('c', 'Über alles'),
  node('d', 'Look', 'review'),
]
const idsOf = (text: string) => findNodes({ nodes, text }).map(({ id }) => id)

describe('findNodes', () => {
  it('should find by parts of the name, those that begin with it first', () => {
    expect(idsOf('ad')).toEqual(['b', 'a'])
  })

  it('should not mind case and marks', () => {
    expect(idsOf('uber')).toEqual(['c'])
    expect(idsOf('AD C')).toEqual(['b'])
  })

  it('should find by type, and nothing for nothing', () => {
    expect(idsOf('review')).toEqual(['d'])
    expect(idsOf('  ')).toEqual([])
    expect(idsOf('zebra')).toEqual([])
  })

  it('should show no more than fit', () => {
    const many = Array.from({ length: 200 }, (_, at) => node(`n${at}`, `Step ${at}`))
    expect(findNodes({ nodes: many, text: 'step' })).toHaveLength(8)
  })
})
