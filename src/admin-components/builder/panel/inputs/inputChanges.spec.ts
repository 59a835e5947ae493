import { describe, expect, it } from 'vitest'

import {
  nameFromLabel,
  newInput,
  readOptionLines,
  withSetting,
  withType,
  writeOptionLines,
} from './inputChanges.js'

describe('inputs', () => {
  it('should start with a name nobody has', () => {
    const inputs = [newInput([], ''), { name: 'input_2', label: '', type: 'text' as const }]
    expect(newInput(inputs, '').name).toBe('input_3')
  })

  it('should be named after their label, where that is a name', () => {
    const name = (label: string, taken: string[] = []) =>
      nameFromLabel({ label, taken: new Set(taken) })
    expect(name('Call to action!')).toBe('call_to_action')
    expect(name('Größe über alles')).toBe('grosse_uber_alles')
    expect(name('3 ads')).toBe('ads')
    expect(name('???')).toBeNull()
    expect(name('Index')).toBeNull()
    expect(name('Topic', ['topic'])).toBeNull()
  })

  it('should keep what still means something when their type changes', () => {
    const input = { name: 'a', label: 'A', type: 'number' as const, min: 2, default: 3 }
    expect(withType(input, 'slider')).toMatchObject({ type: 'slider', min: 2, max: 10, default: 3 })
    expect(withType(input, 'text')).toEqual({ name: 'a', label: 'A', type: 'text' })
    expect(withType(input, 'select')).toMatchObject({ options: [] })
  })

  it('should lose a setting that was emptied', () => {
    const input = { name: 'a', label: 'A', type: 'text' as const, description: 'x' }
    expect(withSetting(input, 'description', undefined)).not.toHaveProperty('description')
  })

  it('should have options that are written one a line', () => {
    const text = 'warm = Warm and kind\ndry\n\n = \nlate = a=b'
    const options = readOptionLines(text)
    expect(options).toEqual([
      { value: 'warm', label: 'Warm and kind' },
      { value: 'dry', label: 'dry' },
      { value: '', label: '' },
      { value: 'late', label: 'a=b' },
    ])
    expect(writeOptionLines(options.filter(({ value }) => value))).toBe(
      'warm = Warm and kind\ndry\nlate = a=b',
    )
  })
})
