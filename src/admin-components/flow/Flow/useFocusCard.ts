'use client'

import { useStoreApi } from '@xyflow/react'
import { useEffect, useState } from 'react'

import type { DrawnNode } from './useFlowElements.js'

/** Gives the keyboard to a card as soon as it is there: the one that had it is taken apart. */
export function useFocusCard(nodes: readonly DrawnNode[]): (id: string | undefined) => void {
  const store = useStoreApi()
  const [wanted, focus] = useState<string>()
  // Until it is measured it is hidden, and cannot be focused.
  const isThere = nodes.some(({ id, measured }) => id === wanted && measured?.width)
  useEffect(() => {
    if (!isThere || wanted === undefined) return
    focus(undefined)
    // Somebody has gone on meanwhile.
    if (document.activeElement !== document.body) return
    const card = store
      .getState()
      .domNode?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(wanted)}"]`)
    card?.focus({ preventScroll: true })
  }, [isThere, wanted, store])
  return focus
}
