/**
 * A problem as the API answers it: in English, with no field that the contract does not have. Everything that
 * leaves the server goes through this.
 */
export function withoutWords<Problem extends { message: string; words?: unknown }>({
  words: _words,
  ...problem
}: Problem): Omit<Problem, 'words'> {
  return problem
}
