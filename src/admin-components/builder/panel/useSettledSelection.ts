'use client'

import { useMemo, useSyncExternalStore } from 'react'

import type { Selection } from '../store/types.js'

import { useSession } from '../canvas/session/session.js'
import { useBuilder } from '../context.js'

/** What is selected; while cards are dragged, what was before: a form that opens would stop the hand. */
export function useSettledSelection(): Selection {
  const { store } = useBuilder()
  const session = useSession()
  const source = useMemo(() => {
    let settled = store.getState().selection
    return {
      read: () => settled,
      subscribe: (listener: () => void) => {
        const settle = () => {
          if (!session.isDragging.get()) settled = store.getState().selection
          listener()
        }
        // A drag selects its card before it says that it is one.
        const stops = [
          store.subscribe(() => queueMicrotask(settle)),
          session.isDragging.subscribe(settle),
        ]
        settle()
        return () => stops.forEach((stop) => stop())
      },
    }
  }, [store, session])
  return useSyncExternalStore(source.subscribe, source.read, source.read)
}
