import { z } from 'zod'

import type { Id } from '../../../client/types.js'
import type { BuilderDocument } from '../store/types.js'

import { readDocument, toStored } from './documentParts.js'

/** Fields of the form that the builder's panel edits; they are part of somebody's work too. */
export const TEXT_FIELDS = ['name', 'description', 'category'] as const
export type Texts = { [field in (typeof TEXT_FIELDS)[number]]?: string }

/** Work that was not saved, as it lies in this browser. */
export interface LocalCopy {
  key: string
  savedAt: string
  /** Of the template it was made from; another one now means that somebody saved meanwhile. */
  updatedAt: string | null
  document: BuilderDocument
  texts: Texts
}

const PREFIX = 'payload-workflows:unsaved:'
/** Nobody looks for older work; and a browser's storage is small. */
const KEPT_MS = 14 * 24 * 60 * 60 * 1000

const copySchema = z.object({
  savedAt: z.iso.datetime(),
  updatedAt: z.string().nullable(),
  parts: z.object({ graph: z.unknown(), inputs: z.unknown(), defaultParams: z.unknown() }),
  texts: z.object({
    name: z.string().optional(),
    description: z.string().optional(),
    category: z.string().optional(),
  }),
})

/** One per opened page: two tabs at one template must not write over each other. */
const pageId = crypto.getRandomValues(new Uint32Array(2)).join('-')
/** Held as long as this page lives, so that others see whose copy is still somebody's. */
const LOCK_PREFIX = 'payload-workflows:page:'

export function holdPageLock(): void {
  if (isHeld || !('locks' in navigator)) return
  isHeld = true
  void navigator.locks.request(`${LOCK_PREFIX}${pageId}`, () => new Promise(() => undefined))
}
let isHeld = false

/** Writes the copy of this page. A full or forbidden storage is no reason to disturb anyone. */
export function writeCopy({
  owner,
  templateId,
  document,
  texts,
  updatedAt,
}: {
  owner: Id
  templateId: Id | undefined
  document: BuilderDocument
  texts: Texts
  updatedAt: string | null
}): boolean {
  const copy = { savedAt: new Date().toISOString(), updatedAt, parts: toStored(document), texts }
  try {
    localStorage.setItem(ownKey({ owner, templateId }), JSON.stringify(copy))
    return true
  } catch {
    return false
  }
}

/** Where the copy of this page lies. */
export function ownKey({ owner, templateId }: { owner: Id; templateId: Id | undefined }): string {
  return `${stemOf({ owner, templateId })}${pageId}`
}

export function removeCopy(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // A browser that forbids storage has none to remove.
  }
}

/** What pages that are gone left of this template, the newest first. Old and broken ones are removed. */
export async function findCopies({
  owner,
  templateId,
}: {
  owner: Id
  templateId: Id | undefined
}): Promise<LocalCopy[]> {
  const living = await findLivingPages()
  const stem = stemOf({ owner, templateId })
  const keys = storedKeys().filter((key) => key.startsWith(PREFIX))
  const copies = keys.flatMap((key): LocalCopy[] => {
    const copy = readCopy(key)
    if (!copy || Date.now() - Date.parse(copy.savedAt) > KEPT_MS) removeCopy(key)
    const isTheirs = !key.startsWith(stem) || living.has(key.slice(stem.length))
    return copy && !isTheirs ? [copy] : []
  })
  return copies.sort((a, b) => b.savedAt.localeCompare(a.savedAt))
}

function stemOf({ owner, templateId }: { owner: Id; templateId: Id | undefined }): string {
  return `${PREFIX}${owner}:${templateId ?? 'new'}:`
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}

function readCopy(key: string): LocalCopy | null {
  try {
    const parsed = copySchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
    if (!parsed.success) return null
    const { parts, savedAt, texts, updatedAt } = parsed.data
    return { key, savedAt, updatedAt, texts, document: readDocument(parts) }
  } catch {
    return null
  }
}

async function findLivingPages(): Promise<Set<string>> {
  // Only there on https and localhost. Without, every copy is offered, also another tab's.
  if (!('locks' in navigator)) return new Set()
  const { held = [] } = await navigator.locks.query()
  const pages = held.map(({ name = '' }) => name.replace(LOCK_PREFIX, ''))
  // This page's own copy is from before it went to another place and came back.
  return new Set(pages.filter((page) => page !== pageId))
}
