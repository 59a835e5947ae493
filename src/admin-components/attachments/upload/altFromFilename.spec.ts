import { describe, expect, it } from 'vitest'

import { altFromFilename } from './altFromFilename.js'

describe('altFromFilename', () => {
  it('should make words of a file name', () => {
    expect(
      [
        'fjord-3_side-on.white.PNG',
        'IMG_0042.jpg',
        'hafenAbend.webp',
        '  a  b ',
        '.png',
        'über.png',
      ].map(altFromFilename),
    ).toEqual(['Fjord 3 side on white', 'IMG 0042', 'Hafen Abend', 'A b', '', 'Über'])
  })
})
