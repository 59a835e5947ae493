import { describe, expect, it } from 'vitest'

import type { JsonObject } from './types.js'

import { planOf } from './testSupport/drawGraph.js'

/** Ids of nodes for which something holds. */
function idsWhere(
  text: string,
  configs: Record<string, JsonObject>,
  holds: (node: ReturnType<ReturnType<typeof planOf>['node']>) => boolean,
): string {
  const plan = planOf(text, configs)
  return plan.nodes
    .filter(holds)
    .map(({ id }) => id)
    .join(' ')
}
const first = { p: { waitForAll: false } }
const goOn = { p: { continueOnError: true } }
const twoBranches = 'parallel:p > copy:a > copy:b > merge:m > copy:z, p > copy:c > m'

describe('join of a parallel', () => {
  const joins = (text: string, configs: Record<string, JsonObject> = first) =>
    idsWhere(text, configs, ({ join }) => join === 'first')

  it('should be the merge that all branches reach', () => {
    expect(joins(twoBranches)).toBe('m')
    expect(joins(twoBranches, {})).toBe('')
  })

  it('should leave merges inside a branch and later ones alone', () => {
    const inner =
      'parallel:p > copy:a > merge:n > merge:m > merge:o, a > copy:b > n, p > copy:c > m'
    expect(joins(`${inner}, copy:x > o`)).toBe('m')
  })

  it('should be the merge of all branches and not an earlier one of some', () => {
    const steps = 'parallel:p > copy:a > merge:n > merge:m, p > copy:b > n, p > copy:c > m'
    expect(joins(steps)).toBe('m')
  })

  it('should be where any two branches meet when they never all do', () => {
    expect(joins('parallel:p > copy:a > merge:m, p > copy:b > m, p > copy:c')).toBe('m')
    expect(joins('parallel:p > copy:a, p > copy:b')).toBe('')
  })

  it('should take the straight edge to the merge for a branch', () => {
    expect(joins('parallel:p > copy:a > merge:m, p > m')).toBe('m')
  })

  it('should be that of the parallel that does not wait, when they are nested', () => {
    const nested =
      'parallel:p > parallel:q > copy:a > merge:n > merge:m, q > copy:b > n, p > copy:c > m'
    expect(joins(nested, first)).toBe('m')
    expect(joins(nested, { q: { waitForAll: false } })).toBe('n')
  })
})

describe('errors inside a parallel', () => {
  const goesOn = (text: string, configs: Record<string, JsonObject> = goOn) =>
    idsWhere(text, configs, ({ onError }) => onError === 'continue')

  it('should be carried on from between the parallel and its merge, and nowhere else', () => {
    expect(goesOn(twoBranches)).toBe('a b c')
    expect(goesOn(twoBranches, {})).toBe('')
  })

  it('should be carried on from in side ways that never reach the merge', () => {
    expect(goesOn(`${twoBranches}, b > copy:side > copy:end`)).toBe('a b c side end')
  })

  it('should be carried on from everywhere below when branches never join', () => {
    expect(goesOn('copy:x > parallel:p > copy:c > attach:t > copy:y, p > image:i > t')).toBe(
      'c t y i',
    )
  })

  it('should be carried on from in what is nested', () => {
    const nested =
      'parallel:p > parallel:q > copy:a > merge:n > merge:m, q > copy:b > n, p > copy:c > m'
    expect(goesOn(nested)).toBe('q a n b c')
    expect(goesOn(nested, { q: { continueOnError: true } })).toBe('a b')
  })
})

describe('lane of a node', () => {
  it('should be that of the innermost parallel around it', () => {
    const plan = planOf(
      'parallel:p > parallel:q > copy:a > merge:n > copy:d > merge:m > copy:z, q > copy:b > n, p > copy:c > m',
      { p: { maxConcurrent: 4 }, q: { maxConcurrent: 2 } },
    )
    const lane = (id: string) => plan.node(id).lane
    expect(lane('a')).toEqual({ parallelId: 'q', maxConcurrent: 2 })
    expect(lane('b')).toEqual({ parallelId: 'q', maxConcurrent: 2 })
    for (const id of ['q', 'n', 'd', 'c']) {
      expect(lane(id), id).toEqual({ parallelId: 'p', maxConcurrent: 4 })
    }
    for (const id of ['p', 'm', 'z']) expect(lane(id), id).toBeNull()
  })

  it('should have the default limit when the settings name none', () => {
    expect(planOf(twoBranches).node('a').lane).toEqual({ parallelId: 'p', maxConcurrent: 10 })
  })
})
