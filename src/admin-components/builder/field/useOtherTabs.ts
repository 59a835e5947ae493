'use client'

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'

import type { Id } from '../../../client/types.js'

const CHANNEL = 'payload-workflows:saved'

/**
 * Payload notices at the first edit that a document was saved elsewhere, and never again; its lock
 * is by person, not by tab. So tabs of one browser tell each other.
 */
export function useOtherTabs({ templateId }: { templateId: Id | undefined }): {
  /** Saved in another tab since this page read it. */
  isStale: boolean
  tellSaved: () => void
  ignore: () => void
} {
  const [isStale, setIsStale] = useState(false)
  const channel = useRef<BroadcastChannel>(undefined)
  const hear = useEffectEvent((event: MessageEvent<unknown>) => {
    if (templateId !== undefined && event.data === String(templateId)) setIsStale(true)
  })
  useEffect(() => {
    const own = new BroadcastChannel(CHANNEL)
    own.addEventListener('message', hear)
    channel.current = own
    return () => {
      own.close()
      channel.current = undefined
    }
  }, [])
  const tellSaved = useCallback(() => {
    setIsStale(false)
    if (templateId !== undefined) channel.current?.postMessage(String(templateId))
  }, [templateId])
  const ignore = useCallback(() => setIsStale(false), [])
  return { isStale, tellSaved, ignore }
}
