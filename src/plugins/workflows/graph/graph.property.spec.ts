import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { GraphEdge, GraphNode } from './types.js'

import { compileGraph } from './compileGraph.js'
import { parseGraph } from './parseGraph.js'
import { checkParams } from './params.js'
import { planIndex } from './planIndex.js'
import { parseInputs } from './parseInputs.js'
import { codesOf, specs } from './testSupport/drawGraph.js'
import { PROBLEM_CODES } from './types.js'
import { validateGraph } from './validateGraph.js'

/** Random graphs without circles: edges lead to a later node, then the nodes are shuffled. */
const dag = fc
  .tuple(fc.integer({ min: 2, max: 40 }), fc.infiniteStream(fc.nat()))
  .map(([count, numbers]) => {
    const pick = (limit: number) => (numbers.next().value ?? 0) % limit
    const nodes = Array.from({ length: count }, (_, at): GraphNode => {
      const config = { promptTemplate: 'x' }
      const position = { x: 0, y: 0 }
      return { id: `n${at}`, type: 'generate_copy', label: `N${at}`, position, config }
    })
    const pairs = new Set<string>()
    for (let at = 1; at < count; at++) pairs.add(`n${pick(at)} n${at}`)
    for (let extra = 0; extra < count; extra++) {
      const to = 1 + pick(count - 1)
      pairs.add(`n${pick(to)} n${to}`)
    }
    const edges = [...pairs].map((pair): GraphEdge => {
      const [source = '', target = ''] = pair.split(' ')
      return { id: pair, source, target }
    })
    for (let at = count - 1; at > 0; at--) {
      const other = pick(at + 1)
      const [a, b] = [nodes[at], nodes[other]]
      if (a && b) [nodes[at], nodes[other]] = [b, a]
    }
    return { nodes, edges }
  })

/** Things that look like parts of a graph, among anything at all. */
const word = fc.constantFrom('a', 'b', '__proto__', 'toString', 'generate_copy', 'merge', '{{ x }}')
const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 6 }) },
  fc.anything({ withNullPrototype: true, withDate: true, withBigInt: true }),
  fc.record(
    {
      nodes: fc.array(
        fc.record(
          {
            id: fc.oneof(word, fc.string(), fc.jsonValue()),
            type: fc.oneof(fc.constantFrom(...specs.keys()), word, fc.jsonValue()),
            label: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
            position: fc.jsonValue(),
            config: fc.oneof(fc.dictionary(word, fc.jsonValue()), fc.jsonValue()),
          },
          { requiredKeys: [] },
        ),
      ),
      edges: fc.array(fc.record({ id: word, source: word, target: word, sourceHandle: word })),
    },
    { requiredKeys: [] },
  ),
)

// Long enough for two busy cores; idle, all of them take two seconds.
describe('graphs at random', { timeout: 60_000 }, () => {
  it('should put every node after all that lead to it', () => {
    fc.assert(
      fc.property(dag, (graph) => {
        const { problems, executionOrder } = validateGraph({ graph, specs })
        expect(problems).toEqual([])
        expect(new Set(executionOrder).size).toBe(graph.nodes.length)
        const place = new Map(executionOrder.map((id, at) => [id, at]))
        for (const { source, target } of graph.edges) {
          expect(place.get(source)).toBeLessThan(place.get(target) ?? -1)
        }
      }),
    )
  })

  it('should know as ancestors exactly what predecessors lead to', () => {
    fc.assert(
      fc.property(dag, (graph) => {
        const plan = compileGraph({ graph, inputs: [], specs })
        const { nodes, ancestorsOf } = planIndex(plan)
        for (const id of plan.executionOrder) {
          const node = nodes.get(id)
          const expected = new Set(node?.predecessors)
          for (const before of node?.predecessors ?? []) {
            for (const ancestor of ancestorsOf(before)) expected.add(ancestor)
          }
          expect(new Set(ancestorsOf(id))).toEqual(expected)
        }
      }),
    )
  })

  it('should find a circle exactly when an edge closes one', () => {
    fc.assert(
      fc.property(dag, fc.nat(), (graph, at) => {
        const edge = graph.edges[at % graph.edges.length]
        if (!edge) return
        const back = { id: 'back', source: edge.target, target: edge.source }
        const codes = codesOf({ nodes: graph.nodes, edges: [...graph.edges, back] })
        expect(codes.some((code) => code.startsWith('cycle_detected'))).toBe(true)
      }),
    )
  })

  it('should answer anything with problems and never throw or pollute', () => {
    fc.assert(
      fc.property(hostile, hostile, (graph, inputs) => {
        const { problems } = validateGraph({ graph, inputs, specs })
        for (const { code, message } of problems) {
          expect(PROBLEM_CODES).toContain(code)
          expect(message.length).toBeLessThan(1_500)
        }
        checkParams({ inputs: parseInputs(inputs).inputs, params: graph })
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  it('should give a graph that can be parsed again unchanged', () => {
    fc.assert(
      fc.property(hostile, (input) => {
        const { graph, problems } = parseGraph(input)
        if (problems.length > 0) return
        expect(parseGraph(graph)).toEqual({ graph, problems: [] })
      }),
    )
  })
})
