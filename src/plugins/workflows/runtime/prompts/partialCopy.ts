/**
 * What a person can read of a copy that is still being written. Models answer in JSON (`title`, `body`); half
 * of a JSON text is no JSON, so the two strings are read as far as they have come. Anything else is shown as is.
 */
export function partialCopy(raw: string): string {
  const start = raw.trimStart()
  if (!/^(\{|```)/.test(start)) return raw
  const [title, body] = [readString(raw, 'title'), readString(raw, 'body')]
  return [title, body].filter((part) => part !== null && part !== '').join('\n\n')
}

/** Characters after a backslash that stand for others (RFC 8259, 7). */
const ESCAPES = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', ''],
  ['b', ''],
  ['f', ''],
])

function readString(raw: string, key: string): string | null {
  const opening = new RegExp(`"${key}"\\s*:\\s*"`).exec(raw)
  if (!opening) return null
  let text = ''
  for (let at = opening.index + opening[0].length; at < raw.length; at += 1) {
    const character = raw[at] ?? ''
    if (character === '"') return text
    if (character !== '\\') {
      text += character
      continue
    }
    const escape = raw[at + 1]
    // The rest of the escape has not arrived yet.
    if (escape === undefined) return text
    if (escape === 'u') {
      const code = raw.slice(at + 2, at + 6)
      if (code.length < 4) return text
      text += String.fromCharCode(Number.parseInt(code, 16))
      at += 5
    } else {
      text += ESCAPES.get(escape) ?? escape
      at += 1
    }
  }
  return text
}

/** Turns tokens as they arrive into what is new to read. */
export function createTokenReader(): (delta: string) => string {
  let raw = ''
  let shown = ''
  let readUpTo = 0
  return (delta) => {
    raw += delta
    // The whole is read again each time: for long answers a hundredth more is enough to look.
    if (raw.length - readUpTo < raw.length / 100 && raw.length > 4_000) return ''
    readUpTo = raw.length
    const readable = partialCopy(raw)
    // Titles may come after bodies; what was shown cannot be taken back, so only what is added is told.
    const added = readable.startsWith(shown) ? readable.slice(shown.length) : ''
    if (added) shown = readable
    return added
  }
}
