import { describe, expect, it } from 'vitest'

import { codesOf, draw, problemsOf } from '../testSupport/drawGraph.js'

const MISSING = 'missing_required_input'
const pair = 'copy:c > attach:t, image:i > t'

describe('ports', () => {
  it('should let a condition only out at true and false', () => {
    expect(codesOf(draw('if:c.true > copy:a, c.false > copy:b'))).toEqual([])
    const [problem] = problemsOf(draw('if:c > copy:a'))
    expect(problem).toMatchObject({
      code: 'invalid_connection',
      path: 'edges[0].sourceHandle',
      edgeId: 'e0',
    })
    expect(problem?.message).toContain('only has “true” or “false”')
  })

  it('should refuse handles that a node does not have', () => {
    expect(codesOf(draw('copy:a.true > copy:b'))).toEqual([
      'invalid_connection edges[0].sourceHandle',
    ])
    const graph = draw('copy:a > copy:b')
    const edges = [{ source: 'a', target: 'b', sourceHandle: 'out', targetHandle: 'toString' }]
    expect(codesOf({ ...graph, edges })).toEqual(['invalid_connection edges[0].targetHandle'])
  })

  it('should refuse attach straight into attach or review, but let it go on', () => {
    const [problem] = problemsOf(draw(`${pair} > review:r`))
    expect(problem).toMatchObject({ code: 'invalid_connection', path: 'edges[2]' })
    expect(problem?.message).toContain('“T” cannot be connected to “R”')
    expect(codesOf(draw(`${pair} > attach:u`))).toEqual(['invalid_connection edges[2]'])
    expect(codesOf(draw(`${pair} > copy:d`))).toEqual([])
    expect(codesOf(draw(`${pair} > if:f.true > copy:d`))).toEqual([])
  })

  it('should want something before a review and two edges into a merge', () => {
    expect(codesOf(draw('review:r'))).toEqual([`${MISSING} nodes[0]`])
    expect(codesOf(draw('copy:a > merge:m'))).toEqual([`${MISSING} nodes[1]`])
    expect(problemsOf(draw('copy:a > merge:m'))[0]?.message).toContain('at least 2 incoming edges')
  })
})

describe('sources', () => {
  it('should want copies and images before an attach, each said by itself', () => {
    expect(codesOf(draw('copy:c > attach:t'))).toEqual([
      `${MISSING} nodes[1].config.imageSourceNode`,
    ])
    expect(codesOf(draw('review:r > attach:t, if:c.true > r'))).toEqual([
      `${MISSING} nodes[1].config.copySourceNode`,
      `${MISSING} nodes[1].config.imageSourceNode`,
    ])
    expect(codesOf(draw('copy:c > image:i > attach:t'))).toEqual([])
    expect(codesOf(draw('copy:c > review:r > attach:t, image:i > r'))).toEqual([])
  })

  it('should take a source that is named, upstream and of the right kind', () => {
    const codes = (copySourceNode: string) =>
      codesOf(draw(`${pair} > copy:d`, { t: { copySourceNode } }))
    expect(codes('c')).toEqual([])
    expect(codes('')).toEqual([])
    for (const wrong of ['i', 'd', 't', 'nobody', 'constructor']) {
      expect(codes(wrong), wrong).toEqual([`${MISSING} nodes[1].config.copySourceNode`])
    }
    const [problem] = problemsOf(draw(pair, { t: { copySourceNode: 'i' } }))
    expect(problem?.message).toBe('“T” takes copies from “I”, which has none. Possible: c.')
  })

  it('should take a passing node as a source when copies come through it', () => {
    const graph = (text: string) => codesOf(draw(text, { i: { copySourceNode: 'r' } }))
    expect(graph('copy:c > review:r > image:i')).toEqual([])
    expect(graph('image:c > review:r > image:i')).toEqual([
      `${MISSING} nodes[2].config.copySourceNode`,
    ])
  })

  it('should want items from the node that copies map over', () => {
    const graph = (text: string) => codesOf(draw(text, { m: { itemsFrom: 'a' } }))
    expect(graph('image:a > copy:m')).toEqual([])
    expect(graph('if:a.true > copy:m')).toEqual([`${MISSING} nodes[1].config.itemsFrom`])
    expect(graph('copy:m > copy:a')).toEqual([`${MISSING} nodes[0].config.itemsFrom`])
  })
})
