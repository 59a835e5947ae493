import { describe, expect, it } from 'vitest'

import { lexicalToText } from './lexicalToText.js'

const text = (value: string) => ({ type: 'text', text: value })
const document = (...children: object[]) => ({ root: { type: 'root', children } })

describe('lexicalToText', () => {
  it('should keep the shape of headings, lists and line breaks', () => {
    expect(
      lexicalToText(
        document(
          { type: 'heading', tag: 'h3', children: [text('Head')] },
          { type: 'paragraph', children: [text('one'), { type: 'linebreak' }, text('two')] },
          { type: 'list', children: [{ type: 'listitem', children: [text('item')] }] },
          { type: 'quote', children: [text('said')] },
        ),
      ),
    ).toBe('### Head\n\none\ntwo\n\n- item\n\n> said')
  })

  it('should give the text of nodes it does not know and skip what is broken', () => {
    const unknown = { type: 'gone-plugin', children: [text('kept'), null, 7, { text: 5 }] }
    expect(lexicalToText(document(unknown))).toBe('kept')
    for (const broken of [null, undefined, 'x', 5, {}, { root: [] }]) {
      expect(lexicalToText(broken)).toBe('')
    }
  })

  it('should survive any depth', () => {
    let node: object = text('deep')
    for (let depth = 0; depth < 50_000; depth += 1) node = { type: 'x', children: [node] }
    expect(lexicalToText(document(node))).toBe('deep')
  })
})
