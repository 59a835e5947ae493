'use client'

import { useAuth, useDocumentInfo, useForm, useFormFields, useFormModified } from '@payloadcms/ui'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'

import type { BuilderHandle } from '../context.js'
import type { BuilderDocument } from '../store/types.js'

import { replaceDocument } from '../edits/replaceDocument.js'
import { hasSameContent } from './documentParts.js'
import {
  findCopies,
  holdPageLock,
  ownKey,
  removeCopy,
  TEXT_FIELDS,
  writeCopy,
  type LocalCopy,
  type Texts,
} from './localCopies.js'

/** At most so much is lost when the browser crashes. */
const KEEP_MS = 700

export interface LocalCopyHandle {
  /** Work from an earlier sitting that is not in what is shown. */
  offer: LocalCopy | null
  restore: () => void
  discard: () => void
  /** Everything is saved: no copy is needed. */
  forget: () => void
  /** The same for the template before it had an id. */
  forgetNew: () => void
  /** Keeps work that something else is about to take the place of, and offers it. */
  keep: (document: BuilderDocument) => void
}

/** Keeps unsaved work in this browser, and offers what an earlier page left. */
export function useLocalCopy({
  handle: { store, templateId },
  isDirty,
}: {
  handle: BuilderHandle
  isDirty: () => boolean
}): LocalCopyHandle {
  const { user } = useAuth()
  const owner = user?.id ?? 'nobody'
  const { data } = useDocumentInfo()
  const updatedAt = typeof data?.updatedAt === 'string' ? data.updatedAt : null
  const { getField, setModified } = useForm()
  const dispatch = useFormFields(([, tell]) => tell)
  const isModified = useFormModified()
  const [offer, setOffer] = useState<LocalCopy | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const readTexts = useEffectEvent((): Texts => {
    const texts = TEXT_FIELDS.map((field) => [field, getField(field)?.value])
    return Object.fromEntries(texts.filter(([, value]) => typeof value === 'string')) as Texts
  })
  const write = useEffectEvent((document: BuilderDocument) =>
    writeCopy({ owner, templateId, document, texts: readTexts(), updatedAt }),
  )
  const hasOtherTexts = useEffectEvent((texts: Texts) => {
    const now = readTexts()
    return TEXT_FIELDS.some((field) => texts[field] !== undefined && texts[field] !== now[field])
  })
  const flush = useEffectEvent(() => {
    if (timer.current === undefined) return
    clearTimeout(timer.current)
    timer.current = undefined
    if (isDirty() || isModified) write(store.getState().document)
  })
  const schedule = useEffectEvent(() => {
    if (store.getState().readOnly) return
    timer.current ??= setTimeout(flush, KEEP_MS)
  })

  useEffect(() => {
    holdPageLock()
    let { document } = store.getState()
    const unsubscribe = store.subscribe(() => {
      const next = store.getState().document
      if (next !== document) schedule()
      document = next
    })
    window.addEventListener('pagehide', flush)
    return () => {
      unsubscribe()
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [store])

  // A new name alone is work as well.
  const name: unknown = useFormFields(([fields]) => fields?.name?.value)
  const description: unknown = useFormFields(([fields]) => fields?.description?.value)
  useEffect(() => {
    if (isModified) schedule()
  }, [isModified, name, description])

  useEffect(() => {
    let isGone = false
    void findCopies({ owner, templateId }).then((copies) => {
      const { document } = store.getState()
      const other = copies.find(
        (copy) => !hasSameContent(copy.document, document) || hasOtherTexts(copy.texts),
      )
      for (const copy of copies) if (copy !== other) removeCopy(copy.key)
      if (!isGone && other && !store.getState().readOnly) setOffer(other)
    })
    return () => {
      isGone = true
    }
  }, [owner, templateId, store])

  const forget = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    removeCopy(ownKey({ owner, templateId }))
  }, [owner, templateId])

  const forgetNew = useCallback(() => removeCopy(ownKey({ owner, templateId: undefined })), [owner])

  const discard = useCallback(() => {
    if (offer) removeCopy(offer.key)
    setOffer(null)
  }, [offer])

  const restore = useCallback(() => {
    if (!offer) return
    store.apply(replaceDocument(offer.document))
    for (const field of TEXT_FIELDS) {
      const value = offer.texts[field]
      if (value === undefined || value === getField(field)?.value) continue
      dispatch({ type: 'UPDATE', path: field, value })
      setModified(true)
    }
    removeCopy(offer.key)
    setOffer(null)
  }, [offer, store, dispatch, getField, setModified])

  const keep = useCallback(
    (document: BuilderDocument) => {
      const savedAt = new Date().toISOString()
      write(document)
      const key = ownKey({ owner, templateId })
      setOffer({ key, savedAt, updatedAt, document, texts: {} })
    },
    [owner, templateId, updatedAt],
  )
  return { offer, restore, discard, forget, forgetNew, keep }
}
