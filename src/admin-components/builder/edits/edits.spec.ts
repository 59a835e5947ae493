import { describe, expect, it } from 'vitest'

import type { GraphNode } from '../../../plugins/workflows/graph/types.js'
import type { BuilderDocument } from '../store/types.js'

import { specMap } from '../../../plugins/workflows/nodes/specs.js'
import {
  addNode,
  alignNodes,
  changeNodeId,
  checkConnection,
  checkInsertion,
  connect,
  copyParts,
  distributeNodes,
  duplicateParts,
  insertOnEdge,
  moveParts,
  newNode,
  pasteParts,
  removeParts,
  renameInput,
  setConfig,
  setConfigValue,
  setLabel,
  setNodeNotes,
  tidyGraph,
} from './index.js'

const specs = specMap()

const node = (id: string, type = 'generate_copy', config: GraphNode['config'] = {}): GraphNode => ({
  id,
  type,
  label: id,
  position: { x: 0, y: 0 },
  config,
})

/** `a>b` is an edge, `a:true>b` one from a branch. */
function draw(nodes: GraphNode[], edges: string[] = []): BuilderDocument {
  const start: BuilderDocument = {
    graph: { nodes, edges: [], notes: [] },
    inputs: [],
    defaultParams: {},
  }
  return edges.reduce((document, edge) => {
    const [from = '', target = ''] = edge.split('>')
    const [source = '', sourceHandle = null] = from.split(':')
    return connect({ source, sourceHandle, target })(document)
  }, start)
}

const edgesOf = ({ graph }: BuilderDocument) =>
  graph.edges.map(({ source, sourceHandle, target }) =>
    sourceHandle ? `${source}:${sourceHandle}>${target}` : `${source}>${target}`,
  )

describe('nodes', () => {
  it('should be called after their label, each by a name of its own', () => {
    const spec = specs.get('generate_copy')
    if (!spec) throw new Error('There is such a type.')
    const add = (document: BuilderDocument, label: string) =>
      addNode(newNode({ document, spec, position: { x: 0.4, y: 1 }, label }))(document)
    const document = ['Ad copy', 'Ad copy', 'Über 3 Ziele!', '123', '日本', 'toString'].reduce(
      add,
      draw([]),
    )
    const ids = document.graph.nodes.map(({ id }) => id)
    expect(ids).toEqual(['ad_copy', 'ad_copy_2', 'uber_3_ziele', 'node', 'node_2', 'tostring'])
  })

  it('should start with the defaults of their type', () => {
    for (const spec of specs.values()) {
      const { config } = newNode({ document: draw([]), spec, position: { x: 0, y: 0 } })
      expect(typeof config).toBe('object')
    }
  })
})

describe('edits that change nothing', () => {
  it('should answer the same document', () => {
    const document = draw(
      [node('a', 'generate_copy', { quantity: 2, tags: ['x'] }), node('b')],
      ['a>b'],
    )
    const edits = [
      setLabel({ nodeId: 'a', label: 'a' }),
      setLabel({ nodeId: 'nobody', label: 'x' }),
      setConfigValue({ nodeId: 'a', key: 'quantity', value: 2 }),
      setConfigValue({ nodeId: 'a', key: 'tags', value: ['x'] }),
      setConfigValue({ nodeId: 'a', key: 'other', value: undefined }),
      setConfig({ nodeId: 'a', config: { tags: ['x'], quantity: 2 } }),
      setNodeNotes({ nodeId: 'a', notes: '' }),
      moveParts({ nodes: new Map([['a', { x: 0.2, y: 0 }]]) }),
      connect({ source: 'a', target: 'b' }),
      connect({ source: 'a', target: 'a' }),
      removeParts({ nodes: ['nobody'], specs }),
      changeNodeId({ from: 'a', to: 'b', specs }),
      changeNodeId({ from: 'a', to: 'no id', specs }),
      renameInput({ from: 'x', to: 'y', specs }),
    ]
    for (const edit of edits) expect(edit(document)).toBe(document)
  })

  it('should leave the other nodes the objects they were', () => {
    const document = draw([node('a'), node('b')], ['a>b'])
    const next = setLabel({ nodeId: 'a', label: 'New' })(document)
    expect(next.graph.nodes[1]).toBe(document.graph.nodes[1])
    expect(next.graph.edges).toBe(document.graph.edges)
  })
})

describe('connections', () => {
  const check = (document: BuilderDocument, source: string, target: string, handle?: string) =>
    checkConnection({ document, specs, source, target, sourceHandle: handle ?? null })

  it('should be allowed where what leaves can be used', () => {
    const document = draw([node('a'), node('b', 'review')])
    expect(check(document, 'a', 'b')).toEqual({ ok: true })
  })

  it.each([
    ['itself', 'a', 'a', '“a” cannot be connected to itself.'],
    ['where it leads already', 'a', 'b', '“a” already leads to “b”.'],
    [
      'a circle',
      'c',
      'a',
      'This would run in a circle: c → a → b → c. A workflow only runs forward.',
    ],
    ['nobody', 'a', 'x', 'One of the two nodes is not there any more.'],
  ])('should be refused to %s, with the reason', (_what, source, target, reason) => {
    const document = draw([node('a'), node('b', 'review'), node('c')], ['a>b', 'b>c'])
    expect(check(document, source, target)).toEqual({ ok: false, reason })
  })

  it('should be refused where nothing usable would arrive', () => {
    const attached = draw([node('a', 'attach_to_document'), node('b', 'review')])
    const answer = check(attached, 'a', 'b')
    expect(answer.ok ? '' : answer.reason).toContain('cannot be connected')
  })

  it('should name the branch that leads there already', () => {
    const document = draw([node('c', 'conditional'), node('a')], ['c:true>a'])
    expect(check(document, 'c', 'a', 'true')).toEqual({
      ok: false,
      reason: 'The branch “Yes” of “c” already leads to “a”.',
    })
    expect(check(document, 'c', 'a', 'false')).toEqual({ ok: true })
  })

  it('should take a node in between, in the place of the edge', () => {
    const document = draw(
      [node('c', 'conditional'), node('a'), node('b')],
      ['c:true>a', 'c:false>b'],
    )
    const edgeId = document.graph.edges[0]?.id ?? ''
    const between = node('m', 'review')
    expect(checkInsertion({ document, specs, edgeId, node: between })).toEqual({ ok: true })
    const next = insertOnEdge({ edgeId, node: between, specs })(document)
    expect(edgesOf(next)).toEqual(['c:true>m', 'm>a', 'c:false>b'])
  })
})

describe('removing', () => {
  it('should keep the flow through a node that stood in between', () => {
    const document = draw(
      [node('a'), node('b', 'review'), node('c'), node('d')],
      ['a>b', 'b>c', 'b>d'],
    )
    const next = removeParts({ nodes: ['b'], specs })(document)
    expect(edgesOf(next)).toEqual(['a>c', 'a>d'])
  })

  it('should keep the branch that led into it', () => {
    const document = draw([node('c', 'conditional'), node('a'), node('b')], ['c:true>a', 'a>b'])
    expect(edgesOf(removeParts({ nodes: ['a'], specs })(document))).toEqual(['c:true>b'])
  })

  it('should connect nothing where a condition chose the way', () => {
    const document = draw(
      [node('a'), node('c', 'conditional'), node('x'), node('y')],
      ['a>c', 'c:true>x', 'c:false>y'],
    )
    expect(edgesOf(removeParts({ nodes: ['c'], specs })(document))).toEqual([])
  })

  it('should connect nothing through an edge that is removed as well, nor where it is refused', () => {
    const document = draw([node('a'), node('b', 'review'), node('c')], ['a>b', 'b>c'])
    const edges = [document.graph.edges[1]?.id ?? '']
    expect(edgesOf(removeParts({ nodes: ['b'], edges, specs })(document))).toEqual([])
    const attach = draw(
      [node('a', 'attach_to_document'), node('b'), node('c', 'review')],
      ['a>b', 'b>c'],
    )
    expect(edgesOf(removeParts({ nodes: ['b'], specs })(attach))).toEqual([])
  })

  it('should close a gap of several nodes at once', () => {
    const document = draw([node('a'), node('b'), node('c'), node('d')], ['a>b', 'b>c', 'c>d'])
    expect(edgesOf(removeParts({ nodes: ['b', 'c'], specs })(document))).toEqual(['a>d'])
  })
})

describe('names', () => {
  const document: BuilderDocument = {
    ...draw(
      [
        node('a', 'generate_copy', { promptTemplate: '{{ topic }}', quantity: '{{count}}' }),
        node('b', 'generate_copy', {
          promptTemplate: '{{ nodes.a.output.text }} {{ params.topic }}',
          itemsFrom: 'a',
          quantity: 1,
        }),
        node('c', 'conditional', {
          rules: [
            { field: 'nodes.a.output.items[0].title', operator: 'equals', value: 'a' },
            { field: 'params.topic', operator: 'is_empty' },
          ],
        }),
        node('d', 'attach_to_document', { copySourceNode: 'a', strategy: 'one_to_one' }),
      ],
      ['a>b', 'b>c'],
    ),
    inputs: [
      { name: 'topic', label: 'Topic', type: 'text' },
      { name: 'count', label: 'Count', type: 'number' },
    ],
    defaultParams: { topic: 'bikes', count: 3 },
  }
  const config = ({ graph }: BuilderDocument, id: string) =>
    graph.nodes.find((candidate) => candidate.id === id)?.config

  it('should be followed everywhere when a node gets another id', () => {
    const next = changeNodeId({ from: 'a', to: 'ads', specs })(document)
    expect(edgesOf(next)).toEqual(['ads>b', 'b>c'])
    expect(config(next, 'b')).toMatchObject({
      promptTemplate: '{{ nodes.ads.output.text }} {{ params.topic }}',
      itemsFrom: 'ads',
    })
    expect(config(next, 'c')).toMatchObject({
      rules: [{ field: 'nodes.ads.output.items[0].title', value: 'a' }, {}],
    })
    expect(config(next, 'd')).toMatchObject({ copySourceNode: 'ads' })
  })

  it('should be followed everywhere when an input gets another name', () => {
    const rename = (from: string, to: string) => renameInput({ from, to, specs })
    const next = rename('count', 'amount')(rename('topic', 'subject')(document))
    expect(next.inputs.map(({ name }) => name)).toEqual(['subject', 'amount'])
    expect(next.defaultParams).toEqual({ subject: 'bikes', amount: 3 })
    expect(config(next, 'a')).toEqual({ promptTemplate: '{{ subject }}', quantity: '{{amount}}' })
    expect(config(next, 'b')).toMatchObject({
      promptTemplate: '{{ nodes.a.output.text }} {{ params.subject }}',
    })
    expect(config(next, 'c')).toMatchObject({ rules: [{}, { field: 'params.subject' }] })
  })

  it('should follow the copies in what is pasted, and stay outside of it', () => {
    const parts = copyParts({ document, selection: { nodes: ['a', 'b'], notes: [] } })
    const answer = pasteParts({
      document,
      specs,
      data: JSON.stringify(parts),
      at: { x: 500, y: 90 },
    })
    if (!answer.ok) throw new Error(answer.problems[0]?.message)
    const next = answer.edit(document)
    expect(answer.select.nodes).toEqual(['a_2', 'b_2'])
    expect(edgesOf(next)).toEqual(['a>b', 'b>c', 'a_2>b_2'])
    expect(config(next, 'b_2')).toMatchObject({
      promptTemplate: '{{ nodes.a_2.output.text }} {{ params.topic }}',
      itemsFrom: 'a_2',
    })
    expect(next.graph.nodes.at(-1)?.position).toEqual({ x: 500, y: 90 })
    const alone = duplicateParts({ document, specs, selection: { nodes: ['b'], notes: [] } })
    expect(config(alone?.edit(document) ?? document, 'b_2')).toMatchObject({ itemsFrom: 'a' })
  })

  it('should be kept when they are free where one pastes', () => {
    const parts = copyParts({ document, selection: { nodes: ['a', 'b'], notes: [] } })
    const answer = pasteParts({ document: draw([]), specs, data: parts })
    expect(answer.ok && answer.select.nodes).toEqual(['a', 'b'])
  })
})

describe('arranging', () => {
  const at = (x: number, y: number, id: string) => ({ ...node(id), position: { x, y } })
  const places = ({ graph }: BuilderDocument) => graph.nodes.map(({ position: { x, y } }) => [x, y])

  it('should align and distribute what is chosen, by the size of the cards', () => {
    const document = draw([at(0, 0, 'a'), at(300, 50, 'b'), at(900, 10, 'c')])
    const nodes = ['a', 'b', 'c']
    expect(places(alignNodes({ nodes, side: 'top', specs })(document))).toEqual([
      [0, 0],
      [300, 0],
      [900, 0],
    ])
    expect(places(distributeNodes({ nodes, axis: 'horizontal', specs })(document))).toEqual([
      [0, 0],
      [450, 50],
      [900, 10],
    ])
  })

  it('should lay a workflow out from left to right, yes above no, nothing on top of another', async () => {
    const document = draw(
      [node('a'), node('no'), node('yes'), node('c', 'conditional'), node('m', 'merge')],
      ['a>c', 'c:false>no', 'c:true>yes', 'no>m', 'yes>m'],
    )
    const tidy = (await tidyGraph({ document, specs }))(document)
    const place = (id: string) =>
      tidy.graph.nodes.find((candidate) => candidate.id === id)?.position ?? { x: 0, y: 0 }
    expect(place('a').x).toBeLessThan(place('c').x)
    expect(place('c').x).toBeLessThan(place('yes').x)
    expect(place('yes').x).toBeLessThan(place('m').x)
    expect(place('yes').y + 54).toBeLessThan(place('no').y)
    expect(place('yes').x).toBe(place('no').x)
  })
})
