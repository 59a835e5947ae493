'use client'

import { useEffect, useRef } from 'react'

/** Once, when an execution completes while one watches. */
export function useCelebration(status: string): void {
  const before = useRef(status)
  useEffect(() => {
    const was = before.current
    before.current = status
    if (status !== 'completed' || was === 'completed' || document.hidden) return
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
    void import('canvas-confetti')
      .then(({ default: confetti }) =>
        confetti({
          particleCount: 90,
          spread: 70,
          startVelocity: 38,
          ticks: 72,
          origin: { y: 0.25 },
          disableForReducedMotion: true,
        }),
      )
      // An ornament: without it nothing is missing.
      .catch(() => undefined)
  }, [status])
}
