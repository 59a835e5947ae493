import { describe, expect, it } from 'vitest'

import { parseGraph } from './parseGraph.js'

const node = { id: 'a', type: 'generate_copy', label: 'A', position: { x: 0, y: 0 }, config: {} }
const note = {
  id: 'note',
  text: 'Ask Mia',
  position: { x: 1, y: 2 },
  size: { width: 200, height: 120 },
}
const read = (parts: object) => parseGraph({ nodes: [node], edges: [], ...parts })
const codes = (parts: object) => read(parts).problems.map(({ code, path }) => `${code} ${path}`)

describe('notes of a graph', () => {
  it('should be read as they are, on the canvas and at a node', () => {
    const { graph, problems } = read({
      notes: [note],
      nodes: [{ ...node, notes: 'Mia wrote this' }],
    })
    expect(problems).toEqual([])
    expect(graph?.notes).toEqual([note])
    expect(graph?.nodes[0]?.notes).toBe('Mia wrote this')
  })

  it('should not appear in a graph that has none', () => {
    for (const notes of [undefined, null, []])
      expect(read({ notes }).graph).not.toHaveProperty('notes')
    expect(read({ nodes: [{ ...node, notes: '' }] }).graph?.nodes[0]).not.toHaveProperty('notes')
  })

  it('should get a place and a size when they have none', () => {
    expect(read({ notes: [{ text: 'Hello', color: 'red' }] }).graph?.notes).toEqual([
      { id: 'note_1', text: 'Hello', position: { x: 0, y: 0 }, size: { width: 200, height: 120 } },
    ])
  })

  it.each([
    ['no list', { notes: 'x' }, ['invalid_type notes']],
    ['too many', { notes: Array(201).fill(note) }, ['graph_too_large notes']],
    ['no object', { notes: [7] }, ['invalid_type notes[0]']],
    ['twice the same id', { notes: [note, note] }, ['duplicate_id notes[1].id']],
    ['an id that is no text', { notes: [{ ...note, id: {} }] }, ['invalid_type notes[0].id']],
    [
      'too long',
      { notes: [{ ...note, text: 'x'.repeat(5001) }] },
      ['value_out_of_range notes[0].text'],
    ],
    ['half a character', { notes: [{ ...note, text: '\ud800' }] }, ['invalid_type notes[0].text']],
    ['nowhere', { notes: [{ ...note, position: { x: '1' } }] }, ['invalid_type notes[0].position']],
    ['huge', { notes: [{ ...note, size: { width: 1e9 } }] }, ['value_out_of_range notes[0].size']],
    [
      'too long at a node',
      { nodes: [{ ...node, notes: 'x'.repeat(5001) }] },
      ['value_out_of_range nodes[0].notes'],
    ],
    ['no text at a node', { nodes: [{ ...node, notes: [] }] }, ['invalid_type nodes[0].notes']],
  ])('should be refused when they are %s', (_what, parts, expected) => {
    expect(codes(parts)).toEqual(expected)
  })
})
