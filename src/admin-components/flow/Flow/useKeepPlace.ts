'use client'

import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useLayoutEffect, useRef } from 'react'

import type { DrawnFlow } from '../collapse/drawCollapsed.js'

import { anchorOf, placeOf } from '../collapse/anchor.js'

/** When cards are put together or taken apart, what is in the middle of the screen stays there. */
export function useKeepPlace({ flow, following }: { flow: DrawnFlow; following: boolean }): void {
  const { getViewport, setViewport } = useReactFlow()
  const store = useStoreApi()
  const before = useRef(flow)
  useLayoutEffect(() => {
    const old = before.current
    before.current = flow
    // Who follows sees all of it anyway.
    if (old === flow || following) return
    const { x, y, zoom } = getViewport()
    const { width, height } = store.getState()
    const middle = { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom }
    const anchor = anchorOf({ flow: old, middle })
    const from = anchor && placeOf(old, anchor)
    const to = anchor && placeOf(flow, anchor)
    if (!from || !to) return
    void setViewport({ x: x + (from.x - to.x) * zoom, y: y + (from.y - to.y) * zoom, zoom })
  }, [flow, following, getViewport, setViewport, store])
}
