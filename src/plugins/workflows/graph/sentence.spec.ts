import { describe, expect, it } from 'vitest'

import { ENGLISH, inTurn, listPhrase, phrase, quoted, sentence, write } from './sentence.js'
import { oneOf } from './wording.js'

describe('sentence', () => {
  it('should say English and keep what it said', () => {
    const { message, words } = sentence('“{{node}}” only has {{ports}}', {
      node: 'Yes?',
      ports: ['true', 'false'].map(quoted),
    })
    expect(message).toBe('“Yes?” only has “true” or “false”')
    expect(write({ words, language: ENGLISH })).toBe(message)
  })

  it('should never fill what a value holds', () => {
    const { message } = sentence('{{subject}} {{foreign}}', {
      subject: '{{foreign}} $& {{subject}}',
      foreign: '{{name}}',
    })
    expect(message).toBe('{{foreign}} $& {{subject}} {{name}}')
  })

  it('should group numbers, and leave what is given as text', () => {
    const limits = (max: number | string) => sentence('at most {{max}}', { max }).message
    expect([limits(5000), limits('5000')]).toEqual(['at most 5,000', 'at most 5000'])
  })

  it('should leave out what there is not to say', () => {
    const [first, second] = [phrase('It has no inputs.'), phrase('This template asks for nothing.')]
    expect(inTurn(first, null)).toBe(first)
    expect(write({ words: inTurn(first, null, second), language: ENGLISH })).toBe(
      'It has no inputs. This template asks for nothing.',
    )
  })

  it('should end lists of other languages where English ones end', () => {
    const names = Array.from({ length: 15 }, (_, at) => `n${at}`)
    const list = (count: number) => {
      const made = listPhrase(names.slice(0, count), (shown) => oneOf(shown))
      return typeof made === 'string' ? made : write({ words: made, language: ENGLISH })
    }
    for (const count of [0, 1, 2, 12, 13, 15])
      expect(list(count)).toBe(oneOf(names.slice(0, count)))
  })
})
