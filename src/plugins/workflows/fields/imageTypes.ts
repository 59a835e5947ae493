/** What may be attached. SVG is left out on purpose: it can hold scripts. */
export const IMAGE_TYPES = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/avif',
] as const

const KNOWN = new Set<string>(IMAGE_TYPES)

export const isImageType = (mimeType: string | null | undefined): boolean =>
  KNOWN.has(mimeType?.toLowerCase() ?? '')

/** Those of them that an upload collection takes; patterns such as `image/*` are Payload's. */
export function imageTypesOf(accepted: readonly string[] | undefined): string[] {
  if (!accepted || accepted.length === 0) return [...IMAGE_TYPES]
  return IMAGE_TYPES.filter((type) =>
    accepted.some((pattern) => pattern === type || pattern === '*' || matches(pattern, type)),
  )
}

const matches = (pattern: string, type: string): boolean =>
  pattern.endsWith('*') && type.startsWith(pattern.slice(0, -1))
