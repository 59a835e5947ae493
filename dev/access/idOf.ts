/** Relationships arrive as an id or, populated, as the document. */
export const idOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value || null
  if (value && typeof value === 'object' && 'id' in value && typeof value.id === 'string') {
    return value.id
  }
  return null
}
