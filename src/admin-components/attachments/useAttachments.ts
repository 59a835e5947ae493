'use client'

import { toast } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'

import type { AttachmentList, AttachmentView, DocumentRef } from '../../client/types.js'

import { describeError } from '../shared/describeError.js'
import { useWorkflowsApi } from '../shared/useWorkflowsApi.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'

type State =
  | { status: 'failed'; error: unknown }
  | { status: 'loading' }
  | { status: 'ready'; images: AttachmentView[] }

export interface ListChange {
  /** What is shown until the server has answered. */
  expect: (images: AttachmentView[]) => AttachmentView[]
  /** Answers the new list, or nothing when it has to be asked for. */
  send: () => Promise<AttachmentList | void>
}

/**
 * The images of a document. Changes are seen at once and sent one after the other; when one is refused,
 * what the server has is shown again.
 */
export function useAttachments({ collection, id }: DocumentRef) {
  const api = useWorkflowsApi()
  const { t } = useWorkflowsTranslation()
  const [state, setState] = useState<State>({ status: 'loading' })
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const waiting = useRef(0)

  const show = useCallback((images: AttachmentView[]) => setState({ status: 'ready', images }), [])
  const load = useCallback(
    async (signal?: AbortSignal) => {
      try {
        const { attachments } = await api.attachments.list({ collection, id, signal })
        // An answer from before a change would undo it on the screen.
        if (waiting.current === 0) show(attachments)
      } catch (error) {
        if (signal?.aborted) return
        setState((known) => (known.status === 'ready' ? known : { status: 'failed', error }))
      }
    },
    [api, collection, id, show],
  )

  useEffect(() => {
    const controller = new AbortController()
    void load(controller.signal)
    // A workflow or a colleague may have attached something meanwhile.
    const look = () => document.visibilityState === 'visible' && void load(controller.signal)
    document.addEventListener('visibilitychange', look)
    return () => {
      controller.abort()
      document.removeEventListener('visibilitychange', look)
    }
  }, [load])

  const change = useCallback(
    ({ expect, send }: ListChange): Promise<boolean> => {
      waiting.current += 1
      setState((known) =>
        known.status === 'ready' ? { ...known, images: expect(known.images) } : known,
      )
      const sent = queue.current.then(async () => {
        try {
          const answer = await send()
          waiting.current -= 1
          if (waiting.current === 0) {
            if (answer) show(answer.attachments)
            else await load()
          }
          return true
        } catch (error) {
          waiting.current -= 1
          toast.error(describeError(error, t).message)
          await load()
          return false
        }
      })
      queue.current = sent
      return sent
    },
    [load, show, t],
  )

  const retry = useCallback(() => {
    setState({ status: 'loading' })
    void load()
  }, [load])

  return { state, change, show, reload: load, retry, api }
}
