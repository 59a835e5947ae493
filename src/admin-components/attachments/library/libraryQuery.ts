import type { Id } from '../../../client/types.js'
import type { QueryValue } from '../../../client/toQuery.js'

export const PAGE_SIZE = 30

export const LIBRARY_SORTS = ['-createdAt', 'createdAt', 'filename'] as const
export type LibrarySort = (typeof LIBRARY_SORTS)[number]

/** Which images are shown. */
export interface LibraryQuery {
  search: string
  sort: LibrarySort
  /** Field names and ids that an image must have, such as its project. */
  place: Record<string, Id>
}

/** Words beyond these are no search, but work for the database. */
const MAX_WORDS = 8

/** The query of Payload's own list of the media collection. */
export function libraryQuery({
  query: { search, sort, place },
  altField,
  page,
}: {
  query: LibraryQuery
  altField: string
  page: number
}): Record<string, QueryValue> {
  const words = search.split(/\s+/).filter(Boolean).slice(0, MAX_WORDS)
  const and: QueryValue[] = [
    ...Object.entries(place).map(([field, id]) => ({ [field]: { equals: id } })),
    // Every word, somewhere in the name or in what the image shows.
    ...words.map((word) => ({
      or: [{ filename: { contains: word } }, { [altField]: { contains: word } }],
    })),
  ]
  return {
    depth: 0,
    limit: PAGE_SIZE,
    page,
    // The id last: images of one moment must not show up on two pages.
    sort: `${sort},id`,
    where: and.length > 0 ? { and } : undefined,
  }
}
