/** The server's five characters for what went wrong, also of an error that drizzle has wrapped; '' = none. */
export function sqlStateOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return sqlStateOf(error.cause)
}
