/**
 * Words of a text in any script. Scripts that write without spaces count by the character, because
 * a whole sentence would be one word otherwise.
 */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’-](?=[\p{L}\p{N}]))*/gu

/** Lower-cased words without Markdown signs and punctuation. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? []
}

export function countWords(text: string): number {
  return wordsOf(text).length
}

/** Cuts at a word's end and marks the cut; never longer than `max`. */
export function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text
  const room = text.slice(0, max - 1)
  const space = room.lastIndexOf(' ')
  const cut = space > max / 2 ? room.slice(0, space) : dropHalfCharacter(room)
  return `${cut.trimEnd()}…`
}

/** A cut in the middle of a surrogate pair leaves a half that Postgres refuses as JSON. */
function dropHalfCharacter(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text
}
