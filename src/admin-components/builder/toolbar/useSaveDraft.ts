'use client'

import { useDocumentInfo, useFormFields, useFormModified, useFormProcessing } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef } from 'react'

import type { BuilderHandle } from '../context.js'
import type { BuilderStore } from '../store/types.js'
import type { SaveStatus } from './useSave.js'

import { FormToken } from '../field/FormToken.js'

/** When a save was asked for while one ran. By store, which outlives the page of a new template. */
const asked = new WeakMap<BuilderStore, number>()

/** Longer than a save takes; later nobody expects it, and an edit must not save itself. */
const PATIENCE_MS = 20_000

/** Saves as a draft what is not saved. Asked for during a save, another one follows it. */
export function useSaveDraft({
  handle,
  mayEdit,
  busy,
  save,
}: {
  handle: BuilderHandle | null
  mayEdit: boolean
  busy: SaveStatus | null
  save: (as: SaveStatus) => Promise<boolean>
}): () => void {
  const { id } = useDocumentInfo()
  const isModified = useFormModified()
  const isProcessing = useFormProcessing()
  const texts = useFormFields(([fields]) =>
    JSON.stringify([fields?.name?.value, fields?.description?.value, fields?.category?.value]),
  )
  // After a save the form holds plain values for a moment: what the server has, not what is drawn.
  const isBound = useFormFields(([fields]) => fields?.graph?.value instanceof FormToken)
  const isFree = busy === null && !isProcessing
  const store = handle?.store
  const sent = useRef('')

  const describe = () => `${store?.getState().revision ?? 0} ${texts}`
  const start = () => {
    if (store) asked.delete(store)
    void save('draft').then((isSaved) => {
      // The notice says why; it is for them to try again.
      if (!isSaved && store) asked.delete(store)
    })
  }
  const remember = useEffectEvent(() => {
    sent.current = describe()
  })
  useEffect(() => {
    if (!isFree) remember()
  }, [isFree])

  const follow = useEffectEvent(() => {
    const at = store && asked.get(store)
    if (store === undefined || at === undefined) return
    if (mayEdit && Date.now() - at < PATIENCE_MS) start()
    else asked.delete(store)
  })
  useEffect(() => {
    if (isFree && isBound && isModified && id !== undefined) follow()
  }, [isFree, isBound, isModified, id, store])

  return () => {
    if (!mayEdit) return
    if (!isFree) {
      if (store && describe() !== sent.current) asked.set(store, Date.now())
    } else if (isModified || id === undefined) start()
  }
}
