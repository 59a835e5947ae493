import { describe, expect, it } from 'vitest'

import type { TemplateInput } from './types.js'

import { checkParams } from './params.js'

const inputs: TemplateInput[] = [
  { name: 'topic', label: 'Topic', type: 'text', required: true, max: 10 },
  { name: 'count', label: 'Count', type: 'number', min: 1, max: 100, default: 10 },
  {
    name: 'tone',
    label: 'Tone',
    type: 'select',
    options: [
      { label: 'Warm', value: 'warm' },
      { label: 'Cool', value: 'cool' },
    ],
  },
  { name: 'tags', label: 'Tags', type: 'checkbox' },
  { name: 'note', label: 'Note', type: 'textarea', min: 3 },
]
const check = (params: unknown) => checkParams({ inputs, params })
const codes = (params: unknown) => check(params).problems.map(({ code, path }) => `${code} ${path}`)

describe('checkParams', () => {
  it('should answer every declared name, with defaults', () => {
    expect(check({ topic: 'Shoes' })).toEqual({
      params: { topic: 'Shoes', count: 10, tone: null, tags: false, note: null },
      problems: [],
    })
  })

  it('should turn numbers written as text into numbers', () => {
    expect(check({ topic: 'x', count: ' 7.5 ' }).params.count).toBe(7.5)
    expect(codes({ topic: 'x', count: 'seven' })).toEqual(['invalid_type params.count'])
    expect(codes({ topic: 'x', count: '0x10' })).toEqual(['invalid_type params.count'])
  })

  it('should take an empty field as left out', () => {
    const { params, problems } = check({ topic: 'x', count: '', tone: '', note: '' })
    expect(problems).toEqual([])
    expect(params).toMatchObject({ count: 10, tone: null, note: '' })
  })

  it('should name every problem at once, with what is allowed', () => {
    const { problems } = check({ topic: ' ', count: 101, tone: 'loud', tags: 'yes', note: 'ab' })
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'required_field_missing params.topic',
      'value_out_of_range params.count',
      'invalid_enum_value params.tone',
      'invalid_type params.tags',
      'value_out_of_range params.note',
    ])
    expect(problems[1]?.message).toBe('“Count” must be from 1 to 100; it is 101.')
    expect(problems[2]?.data?.allowed).toEqual(['warm', 'cool'])
  })

  it('should refuse params it does not know and name the ones it does', () => {
    const { problems, params } = check({ topic: 'x', topik: 'y' })
    expect(problems).toMatchObject([{ code: 'invalid_type', path: 'params.topik' }])
    expect(problems[0]?.message).toContain('Did you mean topic?')
    expect(problems[0]?.message).toContain('topic, count, tone, tags or note')
    expect(Object.keys(params)).not.toContain('topik')
  })

  it('should not take what objects inherit for a value', () => {
    const odd: TemplateInput[] = [{ name: 'valueOf', label: 'V', type: 'text' }]
    expect(checkParams({ inputs: odd, params: {} }).params.valueOf).toBeNull()
    expect(codes(JSON.parse('{"topic":"x","__proto__":{"polluted":1}}'))).toEqual([
      'invalid_type params.__proto__',
    ])
  })

  it('should refuse other things than an object, long texts and NUL characters', () => {
    expect(codes([])).toEqual(['invalid_type params'])
    expect(codes('x')).toEqual(['invalid_type params'])
    expect(codes({ topic: 'more than ten' })).toEqual(['value_out_of_range params.topic'])
    expect(codes({ topic: 'a\u0000' })).toEqual(['invalid_type params.topic'])
    expect(codes(null)).toEqual(['required_field_missing params.topic'])
  })
})
