import { z } from 'zod'
import { describe, expect, it } from 'vitest'

import { compileGraph } from './compileGraph.js'
import { planIndex } from './planIndex.js'
import { draw, planOf, specs } from './testSupport/drawGraph.js'

describe('compileGraph', () => {
  it('should hold all the engine needs of a chain', () => {
    const plan = planOf('copy:a > image:b', { a: { quantity: 3 } })
    expect(plan.executionOrder).toEqual(['a', 'b'])
    expect(plan.node('a')).toEqual({
      id: 'a',
      type: 'generate_copy',
      label: 'A',
      config: {
        promptTemplate: 'Write',
        quantity: 3,
        contextMode: 'inherit',
        outputStatus: 'draft',
      },
      quantity: { kind: 'fixed', value: 3 },
      successors: [{ nodeId: 'b', branch: null }],
      inDegree: 0,
      predecessors: [],
      join: 'all',
      onError: 'stop',
      lane: null,
      autoApproveAfterMinutes: null,
      handlesRejection: false,
      sources: {},
    })
    expect(plan.node('b')).toMatchObject({ inDegree: 1, predecessors: ['a'] })
    expect(JSON.parse(JSON.stringify(plan.nodes))).toEqual(plan.nodes)
  })

  it('should say which branch an edge belongs to, and count both branches into one node', () => {
    const plan = planOf('if:c.true > merge:m, c.false > m')
    expect(plan.node('c').successors).toEqual([
      { nodeId: 'm', branch: 'true' },
      { nodeId: 'm', branch: 'false' },
    ])
    expect(plan.node('m')).toMatchObject({ inDegree: 2, predecessors: ['c'] })
  })

  it('should tell fixed quantities, params and mapped items apart', () => {
    const plan = planOf('copy:a > image:b > copy:c > review:d', {
      a: { quantity: '{{ amount }}' },
      b: { quantity: '{{amount}}' },
      c: { itemsFrom: 'a', quantity: 7 },
    })
    expect(plan.nodes.map(({ quantity }) => quantity)).toEqual([
      { kind: 'param', name: 'amount', max: 100 },
      { kind: 'param', name: 'amount', max: 50 },
      { kind: 'itemsOf', nodeId: 'a' },
      { kind: 'fixed', value: 1 },
    ])
    expect(plan.node('c').sources).toEqual({ items: ['a'] })
  })

  it('should know how long a review waits and whether someone reads its rejection', () => {
    const rules = [{ field: 'nodes.r.output.decision', operator: 'equals', value: 'reject' }]
    const plan = planOf('copy:a > review:r > if:c.true > copy:b, r > review:s', {
      r: { autoApproveAfterMinutes: 0.5 },
      c: { rules },
    })
    expect(plan.node('r')).toMatchObject({ autoApproveAfterMinutes: 0.5, handlesRejection: true })
    expect(plan.node('s')).toMatchObject({
      autoApproveAfterMinutes: null,
      handlesRejection: false,
    })
    const other = planOf('copy:a > review:r > if:c.true > copy:b', {
      c: { rules: [{ field: 'nodes.r.output.count', operator: 'equals', value: 0 }] },
    })
    expect(other.node('r').handlesRejection).toBe(false)
  })

  it('should keep a config as drawn when its schema cannot read its own answer', () => {
    const [copySpec] = specs.values()
    if (!copySpec) throw new Error('There are no specs.')
    const configSchema = z.object({ tags: z.string().transform((text) => text.split(',')) })
    const host = new Map([...specs, ['shout', { ...copySpec, type: 'shout', configSchema }]])
    const graph = draw('shout:s', { s: { tags: 'a,b' } })
    const plan = compileGraph({ graph, inputs: [], specs: host })
    expect(plan.nodes[0]?.config).toEqual({ tags: 'a,b' })
  })

  it('should compile a chain of 1,000 without overflowing', () => {
    const chain = Array.from({ length: 1_000 }, (_, at) => `copy:n${at}`).join(' > ')
    const plan = planOf(chain)
    expect(plan.executionOrder.at(-1)).toBe('n999')
    expect(planIndex(plan).ancestorsOf('n999')).toHaveLength(999)
    // What is stored with every first launch: it must not grow with the square of the length.
    expect(JSON.stringify(plan).length).toBeLessThan(500_000)
  })

  it('should throw for what validation refuses', () => {
    const compile = (text: string) => () => compileGraph({ graph: draw(text), inputs: [], specs })
    expect(compile('copy:a > copy:b > a')).toThrow('circle')
    expect(compile('shout:a')).toThrow('shout')
  })
})
