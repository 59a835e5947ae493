import { describe, expect, it } from 'vitest'

import type { BuilderDocument } from '../store/types.js'

import { specMap } from '../../../plugins/workflows/nodes/specs.js'
import { readTemplateFile } from './readTemplateFile.js'
import { writeTemplateFile } from './writeTemplateFile.js'

const head = { name: 'Ads', description: 'Ten of them', category: 'Paid Ads' }
const read = (content: unknown) =>
  readTemplateFile({
    text: typeof content === 'string' ? content : JSON.stringify(content),
    specs: specMap(),
  })
const document: BuilderDocument = {
  graph: {
    nodes: [
      {
        id: 'ads',
        type: 'generate_copy',
        label: 'Ads',
        position: { x: 0, y: 0 },
        config: { promptTemplate: 'Write about {{topic}}', quantity: 2 },
        notes: 'Short ones.',
      },
      {
        id: 'look',
        type: 'review',
        label: 'Have a look',
        position: { x: 320, y: 0 },
        config: { reviewType: 'approval', instructions: 'Good enough?' },
      },
    ],
    edges: [{ id: 'ads-look', source: 'ads', target: 'look' }],
    notes: [
      {
        id: 'n1',
        text: 'Mind the tone.',
        position: { x: 4, y: 8 },
        size: { width: 200, height: 120 },
      },
    ],
  },
  inputs: [{ name: 'topic', label: 'Topic', type: 'text', required: true }],
  defaultParams: { topic: 'tea' },
}
const file = writeTemplateFile({ document, ...head })
const problemsOf = (answer: ReturnType<typeof read>) =>
  answer.kind === 'refused'
    ? [answer.reason]
    : answer.problems.map(({ code, path }) => `${path} ${code}`)

describe('a workflow that is exported and imported', () => {
  it('should be the same one, notes and all', () => {
    expect(read(file)).toEqual({ kind: 'read', document, head, problems: [] })
  })

  it('should come back with its problems when it has some', () => {
    const { graph } = document
    const nodes = graph.nodes.map((node) =>
      node.type === 'generate_copy' ? { ...node, config: {} } : node,
    )
    const answer = read(
      writeTemplateFile({ document: { ...document, graph: { ...graph, nodes } }, ...head }),
    )
    expect(answer.kind).toBe('read')
    expect(problemsOf(answer).join()).toContain('config.promptTemplate required_field_missing')
  })
})

describe('a file that cannot be drawn', () => {
  const graph = (change: object) => ({ ...file, graph: { ...file.graph, ...change } })

  it.each([
    ['no JSON', '{"format": ', ['no_json']],
    ['another JSON', { hello: 'world' }, ['no_template']],
    ['a list', [], ['no_template']],
    ['nothing', 'null', ['no_template']],
    ['of a newer version', { ...file, version: 2 }, ['newer_version']],
    ['larger than the server takes', 'x'.repeat(1024 * 1024 + 1), ['too_large']],
    ['without nodes', graph({ nodes: undefined }), ['nodes required_field_missing']],
    ['with nodes that are none', graph({ nodes: 'all' }), ['nodes invalid_type']],
    ['without params', { ...file, defaultParams: [] }, ['defaultParams invalid_type']],
  ])('should be refused by name: %s', (_name, content, problems) => {
    const answer = read(content)
    expect(answer.kind).not.toBe('read')
    expect(problemsOf(answer)).toEqual(expect.arrayContaining(problems))
  })

  it('should be refused when a key reaches into prototypes', () => {
    const text = JSON.stringify(file).replace('"config":{', '"config":{"__proto__":{"polluted":1},')
    const answer = read(text)
    expect(answer.kind).toBe('broken')
    expect(problemsOf(answer).join()).toContain('__proto__ invalid_type')
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  it('should be refused when it is nested without end or too large to look at', () => {
    const deep = '['.repeat(40) + ']'.repeat(40)
    expect(problemsOf(read({ ...file, defaultParams: { a: JSON.parse(deep) } }))).toEqual([
      ' graph_too_large',
    ])
    const many = Array.from({ length: 1_001 }, (_, at) => ({
      ...file.graph.nodes[0],
      id: `n${at}`,
    }))
    expect(problemsOf(read(graph({ nodes: many, edges: [] })))).toContain('nodes graph_too_large')
  })
})
