import { describe, expect, it } from 'vitest'

import { libraryQuery } from './libraryQuery.js'

describe('libraryQuery', () => {
  it('should ask for every word in the place', () => {
    const query = { search: ' red  bike ', sort: 'filename', place: { project: 7 } } as const
    expect(libraryQuery({ query, altField: 'alt', page: 2 })).toMatchObject({
      page: 2,
      sort: 'filename,id',
      where: {
        and: [
          { project: { equals: 7 } },
          { or: [{ filename: { contains: 'red' } }, { alt: { contains: 'red' } }] },
          { or: [{ filename: { contains: 'bike' } }, { alt: { contains: 'bike' } }] },
        ],
      },
    })
  })

  it('should ask for everything without search and place', () => {
    const query = { search: '', sort: '-createdAt', place: {} } as const
    expect(libraryQuery({ query, altField: 'alt', page: 1 }).where).toBeUndefined()
  })
})
