/**
 * Title and text of a copy while it is written. Models answer in JSON, `{"title": "…", "body": "…"}`, of which
 * any beginning may be there; other text is taken as it is.
 */
export function partialCopy(written: string): { title: string; text: string } {
  const trimmed = written.trimStart().replace(/^```(?:json)?\s*/, '')
  if (!trimmed.startsWith('{')) return { title: '', text: written }
  return {
    title: readString(trimmed, 'title'),
    text: readString(trimmed, 'body') || readString(trimmed, 'text'),
  }
}

/** The value of a key as far as it has come, its escapes undone. */
function readString(json: string, key: string): string {
  const found = new RegExp(`"${key}"\\s*:\\s*"`).exec(json)
  if (!found) return ''
  let value = ''
  for (let at = found.index + found[0].length; at < json.length; at++) {
    const sign = json[at]
    if (sign === '"') break
    if (sign !== '\\') {
      value += sign
      continue
    }
    at += 1
    const escaped = json[at]
    if (escaped === undefined) break
    if (escaped === 'u') {
      const code = json.slice(at + 1, at + 5)
      if (!/^[0-9a-f]{4}$/i.test(code)) break
      value += String.fromCharCode(parseInt(code, 16))
      at += 4
    } else {
      value += ESCAPES[escaped] ?? escaped
    }
  }
  return value
}

const ESCAPES: Record<string, string> = { n: '\n', r: '', t: ' ', b: '', f: '' }
