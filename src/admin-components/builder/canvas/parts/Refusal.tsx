'use client'

import { useEffect } from 'react'

import { Icon } from '../../../shared/Icon/index.js'
import { useCell } from '../session/cell.js'
import { useSession } from '../session/session.js'
import { FloatingHint } from './FloatingHint.js'

/** Long enough to read two lines; pressing anything takes it away earlier. */
const SHOWN_MS = 6_000

/** Why something was not done, where one tried it. Screen readers hear it from the live region. */
export function Refusal() {
  const session = useSession()
  const refusal = useCell(session.refusal)
  useEffect(() => {
    if (!refusal) return
    const clear = () => session.refusal.set(null)
    const timer = setTimeout(clear, SHOWN_MS)
    document.addEventListener('pointerdown', clear, true)
    document.addEventListener('keydown', clear, true)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerdown', clear, true)
      document.removeEventListener('keydown', clear, true)
    }
  }, [refusal, session])
  if (!refusal) return null
  return (
    <FloatingHint at={refusal.at} className="workflows-refusal">
      <Icon name="warn" />
      {refusal.text}
    </FloatingHint>
  )
}
