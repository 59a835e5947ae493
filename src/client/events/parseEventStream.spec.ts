import { describe, expect, it } from 'vitest'

import { createEventStreamParser } from './parseEventStream.js'

const STREAM =
  'event: snapshot\nid: 7\ndata: {"a":1}\n\n: still here\n\nevent: job\ndata: one\ndata: two\n\ndata: last\r\n\r\n'

const EXPECTED = [
  { event: 'snapshot', id: '7', data: '{"a":1}' },
  { event: 'job', id: '7', data: 'one\ntwo' },
  { event: 'message', id: '7', data: 'last' },
]

describe('createEventStreamParser', () => {
  it('should read whole messages and keep the last id', () => {
    expect(createEventStreamParser()(STREAM)).toEqual(EXPECTED)
  })

  it('should read the same in pieces of any size', () => {
    for (const size of [1, 2, 3, 7, 20]) {
      const parse = createEventStreamParser()
      const pieces = STREAM.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
      expect(pieces.flatMap(parse)).toEqual(EXPECTED)
    }
  })

  it('should keep back what is not complete', () => {
    const parse = createEventStreamParser()
    expect(parse('data: half')).toEqual([])
    expect(parse(' and half\n\n')).toEqual([{ event: 'message', id: null, data: 'half and half' }])
  })
})
