import { describe, expect, it } from 'vitest'

import { judgeFiles } from './judgeFiles.js'

const file = (type: string, size = 10, isUploaded = false) => ({ file: { type, size }, isUploaded })
const judge = (files: ReturnType<typeof file>[], room = 20) =>
  judgeFiles({ files, room, maxBytes: 100, types: ['image/png', 'image/webp'] })

describe('judgeFiles', () => {
  it('should name what cannot be uploaded and keep the rest', () => {
    expect(
      judge([
        file('image/png'),
        file('image/png', 101),
        file('image/svg+xml'),
        file(''),
        file('image/webp', 0),
        file('IMAGE/PNG', 100),
      ]),
    ).toEqual([null, 'tooLarge', 'notAnImage', 'notAnImage', 'empty', null])
  })

  it('should give the room to the first that can use it', () => {
    expect(judge([file('text/plain'), file('image/png'), file('image/png')], 1)).toEqual([
      'notAnImage',
      null,
      'noRoom',
    ])
  })

  it('should count what is uploaded already, wherever it stands', () => {
    expect(judge([file('image/png'), file('image/png', 10, true)], 1)).toEqual(['noRoom', null])
  })
})
