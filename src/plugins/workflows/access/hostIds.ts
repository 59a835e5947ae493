import type { CollectionSlug, Payload } from 'payload'

import type { HostId } from '../runtime/cmsTypes.js'

/** Largest value of Postgres' `integer`, which Payload's serial ids are. */
const MAX_SERIAL = 2_147_483_647
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** Custom text ids; longer ones are nobody's id, only work for the database. */
const MAX_TEXT_ID = 255

/**
 * An id as it came in (route, query, body) → an id that can be asked for, or null when no document of
 * the collection can have it. Without this a malformed id is an error of Postgres, not a 404.
 */
export function parseHostId({
  payload,
  collection,
  value,
}: {
  payload: Payload
  collection: string
  value: unknown
}): HostId | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const custom = payload.collections[collection]?.customIDType
  const text = String(value)
  if (custom === 'number') return /^-?\d{1,15}(\.\d{1,10})?$/.test(text) ? Number(text) : null
  if (custom === 'text') {
    return text.length > 0 && text.length <= MAX_TEXT_ID && !text.includes('\0') ? text : null
  }
  if (payload.db.defaultIDType === 'number') {
    return /^\d{1,10}$/.test(text) && Number(text) <= MAX_SERIAL ? Number(text) : null
  }
  return UUID.test(text) ? text : null
}

/** The id of a relationship value, whether Payload populated it or not. */
export function idOf(value: unknown): HostId | null {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (value && typeof value === 'object' && 'id' in value) return idOf(value.id)
  return null
}

/** Ids travel as numbers and as strings; both spell the same row. */
export function sameId(a: HostId | null, b: HostId | null): boolean {
  return a === null || b === null ? a === b : String(a) === String(b)
}

/** Slugs come from the options as text; a site's generated types know them as a closed list. */
export function asSlug(slug: string): CollectionSlug {
  return slug as CollectionSlug
}
