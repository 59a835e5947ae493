'use client'

import { type ReactFlowState, useStore, useStoreApi } from '@xyflow/react'
import { useCallback, useEffect, useState } from 'react'

/** Gives the keyboard to a card as soon as it is there: the one that had it is taken apart. */
export function useFocusCard(): (id: string | undefined) => void {
  const store = useStoreApi()
  const [wanted, focus] = useState<string>()
  // Asked of what draws it, which is a step behind our nodes; until it is measured it is hidden, and cannot be focused.
  const isThere = useStore(
    useCallback(
      ({ nodeLookup }: ReactFlowState) =>
        wanted !== undefined && nodeLookup.get(wanted)?.measured.width !== undefined,
      [wanted],
    ),
  )
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
