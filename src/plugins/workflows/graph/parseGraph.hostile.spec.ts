import { describe, expect, it } from 'vitest'

import { parseGraph } from './parseGraph.js'

const withConfig = (json: string) =>
  parseGraph(JSON.parse(`{"nodes":[{"id":"a","type":"merge","config":${json}}],"edges":[]}`))

describe('parseGraph on hostile input', () => {
  it('should refuse keys that reach into prototypes, however deep, and pollute nothing', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const { graph, problems } = withConfig(`{"list":[{"${key}":{"polluted":true}}]}`)
      expect(problems).toMatchObject([
        { code: 'invalid_type', path: `nodes[0].config.list[0].${key}`, nodeId: 'a' },
      ])
      expect(graph?.nodes[0]?.config).toEqual({})
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('should take config keys that only look like something', () => {
    expect(withConfig('{"toString":1,"hasOwnProperty":2,"$ref":"#"}').problems).toEqual([])
  })

  it('should refuse NUL characters and halves of characters, which Postgres cannot store', () => {
    const paths = (json: string) => withConfig(json).problems.map(({ path }) => path)
    expect(paths(String.raw`{"text":"a\u0000b"}`)).toEqual(['nodes[0].config.text'])
    expect(paths(String.raw`{"text":["\ud83d"]}`)).toEqual(['nodes[0].config.text[0]'])
    expect(paths(String.raw`{"a\u0000":1}`)).toHaveLength(1)
    expect(paths(String.raw`{"text":"😀 \u202e e\u0301 👩‍👩‍👧"}`)).toEqual([])
    const named = parseGraph({
      nodes: [{ id: 'a', type: 'x\u0000', label: '\ud800' }],
      edges: [{ id: '\u0000', source: '\udc00', target: 'a' }],
    })
    expect(named.problems.map(({ path }) => path)).toEqual([
      'nodes[0].type',
      'nodes[0].label',
      'edges[0].source',
      'edges[0].id',
    ])
  })

  it('should refuse values that are no JSON', () => {
    const config = { a: Number.NaN, b: () => 1, c: new Date(), d: undefined, e: 1n }
    const { problems } = parseGraph({ nodes: [{ id: 'a', type: 'merge', config }], edges: [] })
    expect(problems.map(({ path }) => path.slice(-1)).sort()).toEqual(['a', 'b', 'c', 'e'])
  })

  it('should keep messages short whatever the names are', () => {
    const long = 'x'.repeat(100_000)
    const { problems } = parseGraph({ nodes: [{ id: long, type: '', label: long }], edges: [] })
    for (const { message } of problems) expect(message.length).toBeLessThan(400)
  })
})
