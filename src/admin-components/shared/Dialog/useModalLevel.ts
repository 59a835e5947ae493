'use client'

import { useModal } from '@payloadcms/ui'
import { useState } from 'react'

/** Payload gives a drawer 100 and one more for each drawer around it. */
const PAYLOADS_BASE = 100

/** The z-index that is above every modal open by now, and below what is opened from here. */
export function useModalLevel(): number {
  const { modalState } = useModal()
  const [level] = useState(
    () => PAYLOADS_BASE + 1 + Object.values(modalState).filter(({ isOpen }) => isOpen).length,
  )
  return level
}
