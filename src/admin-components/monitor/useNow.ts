'use client'

import { useEffect, useState } from 'react'

/** The time, moving while `active`; begins with the server's, so that both draw the same first picture. */
export function useNow({ initial, active }: { initial: number; active: boolean }): number {
  const [now, setNow] = useState(initial)
  useEffect(() => {
    const tick = () => setNow(Date.now())
    tick()
    const timer = setInterval(tick, active ? 1_000 : 30_000)
    return () => clearInterval(timer)
  }, [active])
  return now
}
