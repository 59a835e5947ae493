'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import type { AttachmentsFieldConfig } from '../../../plugins/workflows/fields/attachmentsField.js'

import { useWorkflowsApi } from '../../shared/useWorkflowsApi.js'
import { toLibraryImage, type LibraryImage } from './libraryImage.js'
import { libraryQuery, type LibraryQuery } from './libraryQuery.js'

interface Page {
  docs: unknown[]
  totalDocs: number
  hasNextPage: boolean
  page: number
}

export interface LibraryState {
  status: 'failed' | 'loading' | 'ready'
  images: LibraryImage[]
  /** Under the current search; null until it is known. */
  total: number | null
  hasMore: boolean
  error?: unknown
}

const EMPTY: LibraryState = { status: 'loading', images: [], total: null, hasMore: true }

/** The media collection page by page, through Payload's own REST and so by the user's own rights. */
export function useLibrary({
  media,
  query,
}: {
  media: AttachmentsFieldConfig['media']
  query: LibraryQuery
}): LibraryState & { loadMore: () => void } {
  const { request } = useWorkflowsApi()
  const [state, setState] = useState<LibraryState>(EMPTY)
  const next = useRef(1)
  const running = useRef<AbortController | null>(null)
  const { collection, altField } = media
  const key = JSON.stringify(query)

  const load = useCallback(async () => {
    if (running.current) return
    const controller = new AbortController()
    running.current = controller
    setState((known) => ({ ...known, status: 'loading' }))
    try {
      const page = await request<Page>({
        path: `/${collection}`,
        query: libraryQuery({
          query: JSON.parse(key) as LibraryQuery,
          altField,
          page: next.current,
        }),
        signal: controller.signal,
      })
      next.current += 1
      const images = page.docs.map((doc) => toLibraryImage(doc, altField))
      setState((known) => ({
        status: 'ready',
        // An upload meanwhile moves images to the next page, where they come a second time.
        images: [
          ...known.images,
          ...images.filter(({ id }) => !known.images.some((image) => image.id === id)),
        ],
        total: page.totalDocs,
        hasMore: page.hasNextPage,
      }))
    } catch (error) {
      if (!controller.signal.aborted) setState((known) => ({ ...known, status: 'failed', error }))
    } finally {
      if (running.current === controller) running.current = null
    }
  }, [request, collection, altField, key])

  useEffect(() => {
    next.current = 1
    setState((known) => ({ ...EMPTY, total: known.total }))
    void load()
    return () => {
      running.current?.abort()
      running.current = null
    }
  }, [load])

  return { ...state, loadMore: () => void load() }
}
