import { createHash } from 'node:crypto'

/**
 * What one agent job has made already, slot by slot. Lives in the transaction of the completion: a
 * second writer of the same slot waits in `claim` until the first has committed, then sees its document.
 */
export interface EffectLedger {
  claim: (slot: string) => Promise<EffectClaim>
  record: (slot: string, effect: Effect) => Promise<void>
}

export interface Effect {
  collection: string
  documentId: string
  contentHash: string | null
}

export type EffectClaim = { kind: 'new' } | ({ kind: 'existing' } & Effect)

/** The same content gives the same hash, whatever the order of its keys. */
export function contentHash(content: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sortKeys(content)))
    .digest('hex')
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, entry]) => [key, sortKeys(entry)]))
}
