import { describe, expect, it } from 'vitest'

import type { GraphNode } from '../../../plugins/workflows/graph/types.js'
import type { BuilderDocument } from '../store/types.js'

import { specMap } from '../../../plugins/workflows/nodes/specs.js'
import { pasteParts } from './index.js'

const specs = specMap()

const node = (id: string): GraphNode => ({
  id,
  type: 'generate_copy',
  label: id,
  position: { x: 0, y: 0 },
  config: {},
})

const draw = (nodes: GraphNode[]): BuilderDocument => ({
  graph: { nodes, edges: [], notes: [] },
  inputs: [],
  defaultParams: {},
})

describe('a clipboard of somebody else', () => {
  const refused = (data: unknown) => {
    const answer = pasteParts({ document: draw([]), specs, data })
    return answer.ok ? [] : answer.problems.map(({ code }) => code)
  }
  const deep = () => {
    let value: unknown = {}
    for (let level = 0; level < 10_000; level += 1) value = { value }
    return value
  }

  it.each([
    ['text', 'Hello'],
    ['nothing', undefined],
    ['other JSON', '{"nodes":[]}'],
    ['a list', '[]'],
    ['a version to come', { kind: 'payload-workflows/parts', version: 2, nodes: [] }],
  ])('should be refused when it is %s', (_what, data) => {
    expect(refused(data)).toEqual(['invalid_type'])
  })

  it.each([
    ['no nodes', {}, 'empty_graph'],
    ['nodes that are none', { nodes: [1, null] }, 'invalid_type'],
    ['an id of every object', { nodes: [node('constructor')] }, 'invalid_type'],
    ['twice an id', { nodes: [node('a'), node('a')] }, 'duplicate_id'],
    ['far too deep settings', { nodes: [{ ...node('a'), config: deep() }] }, 'graph_too_large'],
    [
      'a forbidden key',
      { nodes: [{ ...node('a'), config: JSON.parse('{"__proto__":1}') as object }] },
      'invalid_type',
    ],
    [
      'too many nodes',
      { nodes: Array.from({ length: 1001 }, (_, at) => node(`n${at}`)) },
      'graph_too_large',
    ],
    ['a note that is none', { nodes: [node('a')], notes: ['x'] }, 'invalid_type'],
  ])('should be refused with the problem when it holds %s', (_what, parts, code) => {
    expect(refused({ kind: 'payload-workflows/parts', version: 1, ...parts })).toContain(code)
  })

  it('should not make a workflow larger than one may be', () => {
    const full = draw(Array.from({ length: 999 }, (_, at) => node(`n${at}`)))
    const data = { kind: 'payload-workflows/parts', version: 1, nodes: [node('a'), node('b')] }
    const answer = pasteParts({ document: full, specs, data })
    expect(answer.ok ? '' : answer.problems[0]?.message).toContain('at most 1,000 nodes')
  })
})
