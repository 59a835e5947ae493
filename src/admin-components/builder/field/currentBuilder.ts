'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useSyncExternalStore } from 'react'

import type { Id } from '../../../client/types.js'
import type { BuilderHandle } from '../context.js'
import type { BuilderDocument, BuilderStore } from '../store/types.js'

/** Payload's slots are no children of the field: the toolbar finds the builder by its document. */
const open = new Map<string, BuilderHandle>()
const listeners = new Set<() => void>()

/** The builder of the document around; null until it is loaded, and where there is none. */
export function useCurrentBuilder(): BuilderHandle | null {
  const { id } = useDocumentInfo()
  const read = () => open.get(keyOf(id)) ?? null
  return useSyncExternalStore(subscribe, read, none)
}

/** Makes a builder the current one of its document. @returns what ends that. */
export function registerBuilder(handle: BuilderHandle): () => void {
  const key = keyOf(handle.templateId)
  open.set(key, handle)
  tell()
  return () => {
    // Another one of the same document may have come meanwhile: a drawer, a remount.
    if (open.get(key) !== handle) return
    open.delete(key)
    tell()
  }
}

/** What was sent when a new template was saved for the first time. */
interface FirstSave {
  store: BuilderStore
  posted: BuilderDocument
  at: number
}

/** Longer than any save takes, shorter than until somebody makes another template just like it. */
const FIRST_SAVE_MS = 60_000

let firstSave: FirstSave | null = null

/** The page of a saved template is another one: this is how its builder finds undo and the rest again. */
export function rememberFirstSave(args: Pick<FirstSave, 'store' | 'posted'>): void {
  firstSave = { ...args, at: Date.now() }
}

export function findFirstSave(): FirstSave | null {
  return firstSave && Date.now() - firstSave.at < FIRST_SAVE_MS ? firstSave : null
}

export function forgetFirstSave(): void {
  firstSave = null
}

function keyOf(id: Id | undefined): string {
  return id === undefined ? 'new' : `id:${id}`
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  for (const listener of [...listeners]) listener()
}

const none = () => null
