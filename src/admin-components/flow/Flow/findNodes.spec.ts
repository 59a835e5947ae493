import { describe, expect, it } from 'vitest'

import type { FlowStep } from '../types.js'

import { findNodes } from './findNodes.js'

const step = (id: string, label: string, type = 'generate_copy') =>
  ({ id, label, type }) as FlowStep

const steps = [
  step('a', 'Write the ad'),
  step('b', 'Ad copy'),
  step('c', 'Über alles'),
  step('d', 'Look', 'review'),
]
const idsOf = (text: string) => findNodes({ steps, text }).map(({ id }) => id)

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
    const many = Array.from({ length: 200 }, (_, at) => step(`n${at}`, `Step ${at}`))
    expect(findNodes({ steps: many, text: 'step' })).toHaveLength(8)
  })
})
