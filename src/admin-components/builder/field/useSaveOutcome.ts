'use client'

import {
  useConfig,
  useForm,
  useFormModified,
  useFormProcessing,
  useFormSubmitted,
} from '@payloadcms/ui'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'

/** Why the last save did not arrive, where one can do something about it. */
export type SaveTrouble = 'loggedOut' | 'offline' | null

/**
 * Payload says what a refused save answered. What it does not say: that one is logged out or offline,
 * that the work is kept, and how to go on. After any failure the form stays modified, so that Save and
 * the question before leaving are there.
 */
export function useSaveOutcome({ isDirty, isNew }: { isDirty: () => boolean; isNew: boolean }): {
  trouble: SaveTrouble
  dismiss: () => void
} {
  const { setModified } = useForm()
  const isProcessing = useFormProcessing()
  const isSubmitted = useFormSubmitted()
  const isModified = useFormModified()
  const [trouble, setTrouble] = useState<SaveTrouble>(null)
  const wasProcessing = useRef(false)
  const { config } = useConfig()
  const me = `${config.serverURL ?? ''}${config.routes.api}/${config.admin.user}/me`

  const settle = useEffectEvent(() => {
    if (!isSubmitted && !isModified) {
      setTrouble(null)
      return
    }
    // A new template that was saved is on its way to its own page, and not dirty there.
    if (isDirty() && !isNew) setModified(true)
    void findTrouble(me).then((found) => {
      setTrouble(found)
      if (found) setModified(true)
    })
  })

  useEffect(() => {
    if (wasProcessing.current && !isProcessing) settle()
    wasProcessing.current = isProcessing
  }, [isProcessing])

  const dismiss = useCallback(() => setTrouble(null), [])
  return { trouble, dismiss }
}

async function findTrouble(me: string): Promise<SaveTrouble> {
  try {
    const response = await fetch(me, { credentials: 'include', cache: 'no-store' })
    if (response.status === 401 || response.status === 403) return 'loggedOut'
    if (!response.ok) return null
    const answer: unknown = await response.json()
    const user = typeof answer === 'object' && answer !== null && 'user' in answer && answer.user
    return user ? null : 'loggedOut'
  } catch {
    return 'offline'
  }
}
