import { describe, expect, it } from 'vitest'

import type { AttachmentView } from '../../../client/types.js'

import { withMoved, without, withPrimary } from './listChanges.js'

const list = ['a', 'b', 'c'].map((id, index) => ({ id, isPrimary: index === 0 }) as AttachmentView)
const shown = (images: AttachmentView[]) =>
  images.map(({ id, isPrimary }) => (isPrimary ? `${id}*` : id)).join(' ')

describe('changes of the list', () => {
  it('should move an image and keep the primary one', () => {
    expect(shown(withMoved(list, 0, 2))).toBe('b c a*')
    expect(shown(withMoved(list, 2, 0))).toBe('c a* b')
    expect([withMoved(list, 0, 3), withMoved(list, 0, -1), withMoved(list, 9, 0)]).toEqual([
      list,
      list,
      list,
    ])
  })

  it('should have one primary image', () => {
    expect(shown(withPrimary(list, 'c'))).toBe('a b c*')
  })

  it('should promote the next image when the primary one goes', () => {
    expect(shown(without(list, 'a'))).toBe('b* c')
    expect(shown(without(list, 'b'))).toBe('a* c')
    expect(without(list.slice(0, 1), 'a')).toEqual([])
  })
})
