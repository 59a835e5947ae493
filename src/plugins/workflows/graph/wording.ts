/** What fits in a sentence. Also keeps 1,000 problems of a node with a huge label small. */
const LONGEST_NAME = 60
/** More than this is a list to look up, not to read. */
export const LONGEST_LIST = 12

/** A name as it stands in a message, cut to a readable length. */
export function quote(name: string): string {
  return `“${shorten(name)}”`
}

/** Cuts at whole characters: half a surrogate pair could not be stored. */
export function shorten(name: string): string {
  if (name.length <= LONGEST_NAME) return name
  return `${Array.from(name.slice(0, LONGEST_NAME * 2))
    .slice(0, LONGEST_NAME - 1)
    .join('')}…`
}

/** `a, b or c`. */
export function oneOf(names: readonly string[]): string {
  if (names.length > LONGEST_LIST) {
    return `${names.slice(0, LONGEST_LIST).map(shorten).join(', ')} and ${names.length - LONGEST_LIST} more`
  }
  const shown = names.map(shorten)
  const last = shown.pop()
  if (last === undefined) return 'nothing'
  return shown.length === 0 ? last : `${shown.join(', ')} or ${last}`
}
