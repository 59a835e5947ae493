/** A failure that one sentence explains: commands print the sentence, no stack, and leave with 1. */
export class PlainError extends Error {
  override readonly name = 'PlainError'
}

/** What a person should read about a failure. */
export const explain = (error: unknown): string => {
  if (error instanceof PlainError) return error.message
  if (error instanceof Error) return error.stack ?? error.message
  return String(error)
}
