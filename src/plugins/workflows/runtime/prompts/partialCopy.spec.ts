import { describe, expect, it } from 'vitest'

import { createTokenReader, partialCopy } from './partialCopy.js'

describe('partialCopy', () => {
  it('should show title and body of half an answer as text', () => {
    expect(partialCopy('{"title": "Arrive \\"aw')).toBe('Arrive "aw')
    expect(partialCopy('{"title":"A","body":"One\\n\\nTw')).toBe('A\n\nOne\n\nTw')
    expect(partialCopy('```json\n{"title":"A"')).toBe('A')
  })

  it('should wait for the rest of an escape', () => {
    expect(partialCopy('{"title":"Caf\\u00e')).toBe('Caf')
    expect(partialCopy('{"title":"Caf\\u00e9')).toBe('Café')
    expect(partialCopy('{"title":"A\\')).toBe('A')
  })

  it('should leave plain text alone', () => {
    expect(partialCopy('Just text')).toBe('Just text')
  })

  it('should tell only what is new, token by token', () => {
    const read = createTokenReader()
    const answer = JSON.stringify({ title: 'Up and out', body: 'Line "one"\nline two' })
    expect([...answer].map(read).join('')).toBe('Up and out\n\nLine "one"\nline two')
  })
})
