'use client'

import { useForm, useFormFields, useFormInitializing } from '@payloadcms/ui'
import { useCallback, useEffect, useEffectEvent, useRef } from 'react'

import type { BuilderHandle } from '../context.js'
import type { BuilderDocument } from '../store/types.js'

import { rememberFirstSave } from './currentBuilder.js'
import type { SavedCell } from './savedCell.js'
import { hasSameContent, PARTS, readDocument, toStored } from './documentParts.js'
import { peekParts } from './peekParts.js'
import { FormToken } from './FormToken.js'

/** One post for a burst of edits; the form's own debounce is 250 ms. */
const TELL_FORM_MS = 120

/**
 * Keeps the document's form and the builder's store together. The store is what counts while one
 * works; the form holds tokens that become the document when it is saved.
 *
 * @param onSaved everything that is here is on the server; `byThisPage`: this page just sent it
 * @param onReplaced unsaved work was replaced by other content of the server
 */
export function useFormBinding({
  handle,
  saved,
  onSaved,
  onReplaced,
}: {
  handle: BuilderHandle
  /** What the server has, as far as this page knows. */
  saved: SavedCell
  onSaved: (args: { byThisPage: boolean }) => void
  onReplaced: (lost: BuilderDocument) => void
}): void {
  const { store, templateId } = handle
  const { setModified } = useForm()
  // While it mounts, the form puts its first values in place once more, and marks itself unmodified.
  const isInitializing = useFormInitializing()
  const dispatch = useFormFields(([, tell]) => tell)
  const graph: unknown = useFormFields(([fields]) => fields?.graph?.value)
  const inputs: unknown = useFormFields(([fields]) => fields?.inputs?.value)
  const defaultParams: unknown = useFormFields(([fields]) => fields?.defaultParams?.value)
  const posted = useRef<BuilderDocument | null>(null)
  const rev = useRef(0)
  const tellSaved = useEffectEvent(onSaved)
  const tellReplaced = useEffectEvent(onReplaced)
  const isDirty = useCallback(() => saved.isDirty(store), [saved, store])

  /** New tokens for all parts: `initialValue` would be sent as well, so it goes too. */
  const tellForm = useCallback(() => {
    rev.current += 1
    for (const part of PARTS) {
      const peek = () => toStored(store.getState().document)[part]
      const onPost = () => {
        const { document } = store.getState()
        posted.current = document
        if (templateId === undefined) rememberFirstSave({ store, posted: document })
      }
      const value = new FormToken({ rev: rev.current, peek, onPost })
      dispatch({ type: 'UPDATE', path: part, value, initialValue: undefined })
    }
  }, [dispatch, store, templateId])

  // Plain values in the form: it was opened, saved, reloaded, or a version was restored.
  useEffect(() => {
    const values = { graph, inputs, defaultParams }
    const isOurs = PARTS.every((part) => values[part] instanceof FormToken)
    const { document, readOnly } = store.getState()
    if (isInitializing || isOurs || graph === undefined) return
    const incoming = readDocument(peekParts(values))
    const sent = posted.current
    posted.current = null
    const byThisPage = sent !== null && hasSameContent(incoming, sent)
    if (hasSameContent(incoming, document)) {
      saved.set(document)
      tellSaved({ byThisPage })
    } else if (sent && byThisPage) {
      // Saved, but one went on working meanwhile.
      saved.set(sent)
      setModified(true)
    } else if (isDirty() && hasSameContent(incoming, saved.get())) {
      // The page was refreshed around us; the server still has what it had.
      setModified(true)
    } else {
      if (isDirty()) tellReplaced(document)
      store.reset(incoming)
      setModified(false)
      saved.set(store.getState().document)
      tellSaved({ byThisPage: false })
    }
    // A form that is only read must not be written: that would mark it modified and lock it.
    if (!readOnly) tellForm()
  }, [isInitializing, graph, inputs, defaultParams, store, tellForm, setModified, isDirty, saved])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let { document, readOnly } = store.getState()
    const follow = () => {
      const next = store.getState()
      const mayWrite = readOnly && !next.readOnly
      readOnly = next.readOnly
      if (mayWrite) tellForm()
      if (next.document === document) return
      document = next.document
      if (readOnly || !isDirty()) return
      setModified(true)
      timer ??= setTimeout(() => {
        timer = undefined
        tellForm()
      }, TELL_FORM_MS)
    }
    const unsubscribe = store.subscribe(follow)
    return () => {
      unsubscribe()
      clearTimeout(timer)
    }
  }, [store, tellForm, setModified, isDirty])
}
