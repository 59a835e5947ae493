import { describe, expect, it } from 'vitest'

import { checkQuantities, QuantityError, resolveQuantities } from './quantity.js'
import { planOf } from './testSupport/drawGraph.js'

describe('quantities', () => {
  const plan = planOf('copy:a > image:b > copy:c > review:r', {
    a: { quantity: '{{ amount }}' },
    b: { quantity: '{{ amount }}' },
    c: { itemsFrom: 'b' },
  })

  it('should be taken from params, configs and the nodes that are mapped over', () => {
    expect([...resolveQuantities({ plan, params: { amount: 12 } })]).toEqual([
      ['a', 12],
      ['b', 12],
      ['c', { itemsOf: 'b' }],
      ['r', 1],
    ])
  })

  it.each([
    [0, 'it is 0'],
    [51, 'it is 51'],
    [1.5, 'it is 1.5'],
    [null, 'none was given'],
    ['many', 'none was given'],
  ])('should refuse %s with the strictest limit, once a param', (given, text) => {
    const problems = checkQuantities({ plan, params: { amount: given } })
    const turned = { ...plan, nodes: [...plan.nodes].reverse() }
    expect(checkQuantities({ plan: turned, params: { amount: given } })).toEqual(problems)
    expect(problems).toMatchObject([
      { code: 'value_out_of_range', path: 'params.amount', nodeId: 'b' },
    ])
    expect(problems[0]?.message).toContain(`from 1 to 50; ${text}`)
    const resolve = () => resolveQuantities({ plan, params: { amount: given } })
    expect(resolve).toThrow(QuantityError)
    expect(resolve).toThrow(expect.objectContaining({ problems }))
  })

  it('should allow 100 copies, and know the limits of plans made by hand', () => {
    const copies = planOf('copy:a', { a: { quantity: '{{ amount }}' } })
    expect(checkQuantities({ plan: copies, params: { amount: 100 } })).toEqual([])
    expect(checkQuantities({ plan: copies, params: { amount: 101 } })).toHaveLength(1)
    const quantity = { kind: 'param', name: 'amount' } as const
    const image = { ...plan.node('b'), quantity }
    const byHand = { ...plan, nodes: [image] }
    expect(checkQuantities({ plan: byHand, params: { amount: 51 } })).toHaveLength(1)
    expect(checkQuantities({ plan: byHand, params: { amount: 50 } })).toEqual([])
  })

  it('should not read params that are only inherited', () => {
    const quantity = { kind: 'param', name: 'constructor' } as const
    const byHand = { ...plan, nodes: [{ ...plan.node('a'), quantity }] }
    expect(checkQuantities({ plan: byHand, params: {} })).toHaveLength(1)
  })
})
