import { describe, expect, it } from 'vitest'

import type { FlowStep } from '../types.js'

import { collapseFinished } from './collapseFinished.js'

/** `a>b` edges; names in capitals are finished. */
const stacksOf = (...pairs: string[]) => {
  const ends = pairs.map((pair) => pair.split('>'))
  const steps = [...new Set(ends.flat())].map((id) => ({ id }) as FlowStep)
  const edges = ends.flatMap(([source, target]) =>
    source && target ? [{ id: `${source}-${target}`, source, target }] : [],
  )
  const isFinished = (id: string) => id === id.toUpperCase()
  return collapseFinished({ graph: { steps, edges }, isFinished }).stacks.map(({ nodeIds }) =>
    nodeIds.join(''),
  )
}

describe('collapseFinished', () => {
  it('should make one stack of what has finished in a row, and leave what has not', () => {
    expect(stacksOf('A>B', 'B>C', 'C>d', 'd>e')).toEqual(['ABC'])
  })

  it('should leave two cards as they are', () => {
    expect(stacksOf('A>B', 'B>c')).toEqual([])
  })

  it('should take branches and their join together once all of them are over', () => {
    expect(stacksOf('A>B', 'A>C', 'B>D', 'C>D', 'D>e')).toEqual(['ABCD'])
    expect(stacksOf('A>B', 'A>C', 'B>X', 'X>D', 'C>D', 'D>e')).toEqual(['ABCXD'])
  })

  it('should never put a step that still runs between steps of one stack', () => {
    expect(stacksOf('A>b', 'b>C', 'A>C', 'C>D', 'D>E', 'E>F')).toEqual(['CDEF'])
    expect(stacksOf('A>b', 'A>C', 'A>D', 'A>E', 'b>f', 'C>f', 'D>f', 'E>f')).toEqual(['CDE'])
  })

  it('should keep flows apart that have nothing to do with each other', () => {
    expect(stacksOf('A>B', 'B>C', 'X>Y', 'Y>Z')).toEqual(['ABC', 'XYZ'])
  })

  it('should keep its name while it grows', () => {
    const idOf = (finished: number) => {
      const steps = Array.from({ length: 9 }, (_, at) => ({ id: `n${at}` }) as FlowStep)
      const edges = steps.slice(1).map(({ id }, at) => ({ id, source: `n${at}`, target: id }))
      const isFinished = (id: string) => Number(id.slice(1)) < finished
      return collapseFinished({ graph: { steps, edges }, isFinished }).stacks.map(({ id }) => id)
    }
    expect([idOf(3), idOf(7)]).toEqual([['stack:n0'], ['stack:n0']])
  })

  it('should bear drafts that go round', () => {
    expect(stacksOf('A>B', 'B>C', 'C>A')).toEqual([])
  })

  it('should take 1,000 steps at once', () => {
    const pairs = Array.from({ length: 999 }, (_, at) => `N${at}>N${at + 1}`)
    expect(stacksOf(...pairs)).toHaveLength(1)
  })
})
