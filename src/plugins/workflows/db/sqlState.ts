import { causesOf, codeOf } from '../runtime/causes.js'

/** The server's five characters for what went wrong, also of an error that drizzle has wrapped; '' = none. */
export function sqlStateOf(error: unknown): string {
  return (
    causesOf(error)
      .map(codeOf)
      .find((code) => /^[0-9A-Z]{5}$/.test(code)) ?? ''
  )
}
