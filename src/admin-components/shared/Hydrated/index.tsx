'use client'

import { useSyncExternalStore } from 'react'

/**
 * A region that is seen at once, and takes clicks and keys only when it can answer them: before React has taken over
 * what the server drew, a click would be lost without a word. Its children are not drawn again when it comes alive.
 */
export function Hydrated({
  className,
  children,
}: {
  className: string
  children: React.ReactNode
}) {
  const isAlive = useHydrated()
  return (
    <div aria-busy={!isAlive || undefined} className={className} inert={!isAlive}>
      {children}
    </div>
  )
}

/** Whether React has taken over what the server drew. */
export const useHydrated = (): boolean => useSyncExternalStore(never, alive, notYet)

const never = () => () => undefined
const alive = () => true
const notYet = () => false
