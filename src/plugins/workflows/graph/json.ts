import type { Phrase } from './sentence.js'
import type { JsonObject } from './types.js'

import { phrase, said } from './sentence.js'

/** A plain object: no list, no null, no class instance. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // An object of another realm has another Object.prototype; both end there.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** Walks with a list of its own: 10,000 nested objects must not overflow the stack. */
export function isDeeperThan({ value, depth }: { value: unknown; depth: number }): boolean {
  const open: { value: unknown; level: number }[] = [{ value, level: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.level >= depth) return true
    for (const child of Object.values(next.value))
      open.push({ value: child, level: next.level + 1 })
  }
  return false
}

/** NUL and lone surrogates: Postgres refuses both in text and jsonb. */
export function hasUnstorableText(text: string): boolean {
  if (text.includes('\u0000')) return true
  // Most texts have no surrogate at all, and looking for single ones is five times as slow.
  return /[\ud800-\udfff]/.test(text) && /\p{Surrogate}/u.test(text)
}

/** Names that reach into prototypes when some code forgets that keys are data. */
export function isForbiddenKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype'
}

/** Names every object has: never good as an id of ours. */
export function isPrototypeName(name: string): boolean {
  return name === 'prototype' || name in Object.prototype
}

/** Reads a key that belongs to the object itself. */
export function ownValue(object: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(object, key)?.value
}

/** A problem of a JSON value; `path` continues the path that was given. */
export interface JsonFlaw {
  path: string
  message: string
  words: Phrase
}

/** Everything in a value that is no JSON or cannot be stored. Iterative, like `isDeeperThan`. */
export function findJsonFlaws({ value, path }: { value: unknown; path: string }): JsonFlaw[] {
  const flaws: JsonFlaw[] = []
  const open = [{ value, path }]
  for (let next = open.pop(); next; next = open.pop()) {
    const at = next.path
    const flaw = flawOf(next.value)
    if (flaw) flaws.push({ path: at, ...said(flaw) })
    else if (Array.isArray(next.value)) {
      next.value.forEach((child: unknown, index) =>
        open.push({ value: child, path: `${at}[${index}]` }),
      )
    } else if (isRecord(next.value)) {
      for (const [key, child] of Object.entries(next.value)) {
        const inside = `${at}.${key.slice(0, 64)}`
        if (isForbiddenKey(key) || hasUnstorableText(key)) {
          flaws.push({ path: inside, ...said(phrase('this name is not allowed as a key.')) })
        } else if (child !== undefined) open.push({ value: child, path: inside })
      }
    }
  }
  return flaws
}

function flawOf(value: unknown): Phrase | null {
  if (typeof value === 'string') {
    return hasUnstorableText(value)
      ? phrase(
          'the text holds a NUL character or half of a surrogate pair, which the database cannot store.',
        )
      : null
  }
  if (value === null || typeof value === 'boolean') return null
  if (typeof value === 'number') {
    return Number.isFinite(value) ? null : phrase('this must be a finite number.')
  }
  return Array.isArray(value) || isRecord(value) ? null : phrase('this is no JSON value.')
}

/** For values that `findJsonFlaws` has passed. */
export function isJsonObject(value: unknown): value is JsonObject {
  return isRecord(value)
}
