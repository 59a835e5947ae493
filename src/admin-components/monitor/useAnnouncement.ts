'use client'

import { useEffect, useRef, useState } from 'react'

/** ui.md: at most one every 3 s. */
const PAUSE_MS = 3_000

/** The newest of the sentences that came within three seconds. */
export function useAnnouncement(sentence: string): string {
  const [said, setSaid] = useState('')
  const last = useRef(0)
  useEffect(() => {
    const wait = Math.max(0, last.current + PAUSE_MS - Date.now())
    const timer = setTimeout(() => {
      last.current = Date.now()
      setSaid(sentence)
    }, wait)
    return () => clearTimeout(timer)
  }, [sentence])
  return said
}
