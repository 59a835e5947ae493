import { describe, expect, it } from 'vitest'

import type { PromptFacts } from './promptFacts.js'

import { cutPrompt } from './promptPieces.js'

const facts: PromptFacts = {
  groups: [],
  labelOf: (path) => path.replaceAll('_', ' '),
  exampleOf: (path) => (path === 'topic' ? 'Tea' : ''),
  wrong: [],
  words: {
    inputs: '',
    item: '',
    others: '',
    filters: '',
    describe: () => '',
    describeFilter: () => '',
    chipHint: (name) => name,
  },
}
const draw = (text: string, wrong: PromptFacts['wrong'] = []) =>
  cutPrompt({ text, facts: { ...facts, wrong } }).map((piece) =>
    piece.kind === 'chip'
      ? `[${piece.chip.label}${piece.chip.isWrong ? '!' : ''}]`
      : piece.className
        ? `<${piece.className.replaceAll('workflows-prompt__', '')}|${piece.text}>`
        : piece.text,
  )

describe('cutPrompt', () => {
  it('should leave out nothing and show variables as chips', () => {
    expect(draw('About {{ topic }} and {{ ad_copy | upcase }}.')).toEqual([
      'About ',
      '[topic]',
      ' and ',
      '[ad copy | upcase]',
      '.',
    ])
    expect(draw('')).toEqual([])
    expect(draw('{{ topic }}{{ topic }}')).toEqual(['[topic]', '[topic]'])
  })

  it('should colour tags as the editor does', () => {
    expect(draw('{% if n > 2 %}x')).toEqual([
      '<tag|{% if n > >',
      '<tag number|2>',
      '<tag| %}>',
      'x',
    ])
  })

  it('should mark what is wrong, also a tag that is never closed', () => {
    expect(draw('a {{ who }}', [{ line: 1, column: 3, message: 'Nobody' }])).toEqual([
      'a ',
      '[who!]',
    ])
    expect(draw('a {{ who', [{ line: 1, column: 3, message: 'Open' }])).toEqual([
      'a ',
      '<wrong|{{ who>',
    ])
  })
})
