import { describe, expect, it } from 'vitest'

import { hindranceOf, toLibraryImage } from './libraryImage.js'

const doc = {
  id: 3,
  filename: 'a.png',
  filesize: 1000,
  mimeType: 'image/png',
  alt: 'A',
  url: '/a.png',
  sizes: {
    card: { url: '/card.png', width: 800 },
    none: { url: null },
    small: { url: '/s.png', width: 90 },
  },
}

describe('toLibraryImage', () => {
  it('should take the thumbnail, else the smallest size, else the image', () => {
    const url = (extra: object) => toLibraryImage({ ...doc, ...extra }, 'alt').thumbnailUrl
    expect([url({ thumbnailURL: '/t.png' }), url({}), url({ sizes: null })]).toEqual([
      '/t.png',
      '/s.png',
      '/a.png',
    ])
  })

  it('should bear documents that lack everything', () => {
    expect(toLibraryImage({ id: 9 }, 'alt')).toMatchObject({ filename: '9', filesize: 0, alt: '' })
  })
})

describe('hindranceOf', () => {
  const why = (extra: object, attached: string[] = []) =>
    hindranceOf({
      image: toLibraryImage({ ...doc, ...extra }, 'alt'),
      attached: new Set(attached),
      maxBytes: 1000,
    })

  it('should name what keeps an image from being chosen', () => {
    expect([
      why({}),
      why({}, ['3']),
      why({ filesize: 1001 }),
      why({ mimeType: 'application/pdf' }),
      why({ mimeType: 'image/svg+xml' }),
    ]).toEqual([null, 'attached', 'tooLarge', 'notAnImage', 'unsupported'])
  })
})
