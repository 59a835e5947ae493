import type { Id } from '../../../client/types.js'

/** What this browser keeps of somebody's tests of a template. */
type Kept = 'params' | 'pins' | 'run'

const keyOf = (what: Kept, id: Id) => `payload-workflows:test:${what}:${id}`

/** Undefined where nothing is kept, or a browser keeps nothing. */
export function readKept({
  what,
  templateId,
}: {
  what: Kept
  templateId: Id | undefined
}): unknown {
  if (templateId === undefined) return undefined
  try {
    const text = localStorage.getItem(keyOf(what, templateId))
    return text === null ? undefined : (JSON.parse(text) as unknown)
  } catch {
    return undefined
  }
}

/** Null forgets it. */
export function writeKept({
  what,
  templateId,
  value,
}: {
  what: Kept
  templateId: Id | undefined
  value: object | string | null
}): void {
  if (templateId === undefined) return
  try {
    if (value === null) localStorage.removeItem(keyOf(what, templateId))
    else localStorage.setItem(keyOf(what, templateId), JSON.stringify(value))
  } catch {
    // Full, or not allowed: it is a convenience.
  }
}
