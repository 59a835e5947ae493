'use client'

import { useSyncExternalStore } from 'react'

/** Payload's own breakpoint `s`. */
const PHONE = '(max-width: 768px)'

export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(PHONE)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => window.matchMedia(PHONE).matches,
    () => false,
  )
}
