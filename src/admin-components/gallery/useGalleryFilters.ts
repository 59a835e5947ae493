'use client'

import { useListQuery } from '@payloadcms/ui'
import { useCallback } from 'react'

import type { GalleryFilters } from './types.js'

/** Changes the address through Payload's own list query, which would else write its own over it. */
export function useGalleryFilters() {
  const { refineListData } = useListQuery()
  return useCallback(
    (changes: Partial<Omit<GalleryFilters, 'search'>> & { search?: string | undefined }) => {
      const { category, ...others } = changes
      const query: Parameters<typeof refineListData>[0] & { category?: string } = {
        page: 1,
        ...others,
        // Written as `category=` when it is taken back: left out, the old one would stay.
        ...('category' in changes && { category: category ?? undefined }),
      }
      void refineListData(query)
    },
    [refineListData],
  )
}
