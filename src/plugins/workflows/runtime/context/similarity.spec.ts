import { describe, expect, it } from 'vitest'

import { isNearDuplicate, similarity } from './similarity.js'
import { countWords, cutAtWord } from './words.js'

const copy = 'Summer is here and our new sandals are ready for every beach, every city, every day.'

describe('similarity', () => {
  it('should be 1 for the same words in another case and punctuation', () => {
    expect(similarity(copy, copy.toUpperCase().replaceAll(',', ' –'))).toBe(1)
  })

  it('should be high when one word of many differs and low for another text', () => {
    const text = `${copy} ${copy.replaceAll('e', 'a')} Order today and save ten percent on the second pair.`
    expect(similarity(text, text.replace('ten', 'twelve'))).toBeGreaterThan(0.8)
    expect(similarity(copy, 'A quiet morning, a strong coffee and nothing else to do.')).toBe(0)
  })

  it('should compare texts too short for a trigram as a whole', () => {
    expect(similarity('Buy now', 'buy NOW!')).toBe(1)
    expect(similarity('Buy now', 'Buy later')).toBe(0)
    expect(similarity('', '')).toBe(1)
    expect(similarity('', 'Buy')).toBe(0)
  })

  it('should see into scripts that write without spaces', () => {
    const text = '夏が来ました。新しいサンダルで海へ行きましょう。'
    expect(similarity(text, text.replace('海', '町'))).toBeGreaterThan(0.6)
    expect(similarity(text, '静かな朝、濃いコーヒー。')).toBeLessThan(0.1)
  })
})

describe('isNearDuplicate', () => {
  it('should notice a sibling that holds title and body', () => {
    expect(
      isNearDuplicate({ title: 'Buy', body: 'now', others: ['Something else', '**Buy**\n\nnow'] }),
    ).toBe(true)
  })

  it('should let a different text pass', () => {
    expect(isNearDuplicate({ title: 'Buy', body: copy, others: ['Buy sandals now'] })).toBe(false)
  })
})

describe('words', () => {
  it('should count words and not Markdown signs', () => {
    expect(countWords('## Don’t wait\n\n- **well-made** shoes')).toBe(4)
    expect(countWords(' \n --- ')).toBe(0)
  })

  it('should cut at a word and never leave half a character', () => {
    expect(cutAtWord('one two three', 9)).toBe('one two…')
    expect(cutAtWord('short', 9)).toBe('short')
    expect(cutAtWord('😀'.repeat(10), 6)).toBe('😀😀…')
  })
})
