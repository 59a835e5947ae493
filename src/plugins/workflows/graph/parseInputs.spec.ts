import { describe, expect, it } from 'vitest'

import { parseInputs } from './parseInputs.js'

const codes = (input: unknown) =>
  parseInputs(input).problems.map(({ code, path }) => `${code} ${path}`)

describe('parseInputs', () => {
  it('should read the fields of a launch form', () => {
    const { inputs, problems } = parseInputs([
      { name: 'topic', type: 'text', required: true, icon: 'x' },
      { name: 'count', label: 'How many', type: 'slider', min: 1, max: 10, default: '5' },
      { name: 'tone', type: 'select', options: ['warm', { label: 'Cool', value: 'cool' }] },
      { name: 'hashtags', type: 'checkbox', default: true, min: null },
    ])
    expect(problems).toEqual([])
    expect(inputs).toEqual([
      { name: 'topic', label: 'topic', type: 'text', required: true },
      { name: 'count', label: 'How many', type: 'slider', min: 1, max: 10, default: 5 },
      {
        name: 'tone',
        label: 'tone',
        type: 'select',
        options: [
          { label: 'warm', value: 'warm' },
          { label: 'Cool', value: 'cool' },
        ],
      },
      { name: 'hashtags', label: 'hashtags', type: 'checkbox', default: true },
    ])
  })

  it('should take nothing for no inputs', () => {
    expect(parseInputs(undefined)).toEqual({ inputs: [], problems: [] })
    expect(parseInputs(null)).toEqual({ inputs: [], problems: [] })
  })

  it('should name every problem at once', () => {
    expect(
      codes([
        'topic',
        { type: 'text' },
        { name: 'a b', type: 'text' },
        { name: 'x', type: 'color' },
        { name: 'y' },
        { name: 'z', type: 'number', min: 5, max: 1 },
        { name: 'n', type: 'number', min: '1', required: 'yes' },
        { name: 's', type: 'select' },
        { name: 't', type: 'select', options: [{ label: 'only' }, 'a', 'a'] },
        { name: 'z', type: 'text' },
      ]),
    ).toEqual([
      'invalid_type inputs[0]',
      'required_field_missing inputs[1].name',
      'invalid_type inputs[2].name',
      'invalid_enum_value inputs[3].type',
      'required_field_missing inputs[4].type',
      'value_out_of_range inputs[5].max',
      'invalid_type inputs[6].required',
      'invalid_type inputs[6].min',
      'required_field_missing inputs[7].options',
      'invalid_type inputs[8].options[0]',
      'duplicate_id inputs[8].options[2]',
      'duplicate_id inputs[9].name',
    ])
  })

  it('should refuse names that prompts or every object already use', () => {
    for (const name of [
      'index',
      'item',
      'nodes',
      'params',
      'previous_output',
      'empty',
      'valueOf',
    ]) {
      expect(codes([{ name, type: 'text' }]), name).toEqual(['invalid_type inputs[0].name'])
    }
  })

  it('should check a default like a value from a person', () => {
    const defaultOf = (input: object) => codes([{ name: 'a', ...input }])
    expect(defaultOf({ type: 'number', min: 2, default: 1 })).toEqual([
      'value_out_of_range inputs[0].default',
    ])
    expect(defaultOf({ type: 'select', options: ['x'], default: 'y' })).toEqual([
      'invalid_enum_value inputs[0].default',
    ])
    expect(defaultOf({ type: 'checkbox', default: 'no' })).toEqual([
      'invalid_type inputs[0].default',
    ])
    expect(defaultOf({ type: 'text', default: '' })).toEqual([])
  })

  it('should refuse lists that are none or far too long', () => {
    expect(codes({})).toEqual(['invalid_type inputs'])
    expect(codes(Array.from({ length: 101 }, () => ({})))).toEqual(['value_out_of_range inputs'])
  })
})
