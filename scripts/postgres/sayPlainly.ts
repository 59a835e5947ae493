import { PlainError } from '../plainError.js'

const DISK_FULL = /No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/i
const MEMORY = /could not (map|create) .*shared memory|Cannot allocate memory/i

const lastWords = (output: string): string =>
  output
    .split('\n')
    .filter((line) => /FATAL|PANIC|ERROR|error:/.test(line))
    .map((line) => line.replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, ''))
    .at(-1)
    ?.trim() ?? 'no reason given'

/** Turns what PostgreSQL wrote before it gave up into one sentence. */
export const sayPlainly = (output: string, folder: string): PlainError => {
  if (DISK_FULL.test(output)) {
    return new PlainError(
      `The disk that holds ${folder} is full: PostgreSQL needs about 200 MB there; free some space or set WORKFLOWS_DATA_DIR.`,
    )
  }
  if (MEMORY.test(output)) {
    return new PlainError(
      `PostgreSQL got no memory from the system (${lastWords(output)}); free some, or set DATABASE_URI.`,
    )
  }
  return new PlainError(
    `The embedded PostgreSQL in ${folder} did not start (${lastWords(output)}); set DATABASE_URI to use another server.`,
  )
}

export const isPortTaken = (output: string): boolean =>
  /Address already in use|could not bind/i.test(output)
