import { describe, expect, it } from 'vitest'

import { canonicalJson } from './canonicalJson.js'
import { resolveField } from './resolveField.js'

describe('resolveField', () => {
  const params = { topic: 'x', list: [1] }
  const outputs = {
    'copy-1': { text: 'Hi', count: 0, items: [{ title: 'A' }, { title: 'B' }] },
  }
  const resolve = (field: string) => resolveField({ field, params, outputs })

  it.each([
    ['params.topic', 'x'],
    ['nodes.copy-1.output.text', 'Hi'],
    ['nodes.copy-1.output.count', 0],
    ['nodes.copy-1.output.items.1.title', 'B'],
    ['nodes.copy-1.output.items[0].title', 'A'],
    [' params.topic ', 'x'],
  ])('should read %s', (field, value) => expect(resolve(field)).toBe(value))

  it('should read outputs from a map as well', () => {
    const map = new Map([['a', { n: 1 }]])
    expect(resolveField({ field: 'nodes.a.output.n', params, outputs: map })).toBe(1)
  })

  it.each([
    'topic',
    'params',
    'params.topic.length',
    'params.constructor',
    'params.__proto__',
    'nodes.copy-1.output',
    'nodes.copy-1.output.items.length',
    'nodes.copy-1.output.items.-1',
    'nodes.copy-1.output.items.01.title',
    'nodes.copy-1.output.text.length',
    'nodes.copy-1.output.constructor.name',
    'nodes.toString.output.name',
    'nodes.copy-1.output.count.x',
    'nodes.copy-1.output..text',
    `params.${'x'.repeat(600)}`,
    '',
  ])('should answer nothing for %s', (field) => expect(resolve(field)).toBeUndefined())
})

describe('canonicalJson', () => {
  it('should write the same text whatever the order of keys', () => {
    const a = { b: [{ d: 1, c: null }], a: 'x', 10: 1, 9: 2 }
    const b = { a: 'x', 9: 2, 10: 1, b: [{ c: null, d: 1 }] }
    expect(canonicalJson(a)).toBe(canonicalJson(b))
    expect(canonicalJson({ b: 1, a: { d: 2, c: 3 } })).toBe('{"a":{"c":3,"d":2},"b":1}')
  })

  it('should keep the order of lists, drop undefined and keep a key called __proto__', () => {
    expect(canonicalJson([2, 1])).toBe('[2,1]')
    expect(canonicalJson({ a: undefined })).toBe('{}')
    expect(canonicalJson(undefined)).toBe('null')
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":2}'))).toBe('{"__proto__":2,"b":1}')
  })
})
