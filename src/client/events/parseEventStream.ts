/** One message of an event stream. */
export interface StreamMessage {
  event: string
  /** The last id the stream has named so far. */
  id: string | null
  data: string
}

/** Takes the text of an event stream in pieces of any size; answers the messages that are complete. */
export function createEventStreamParser(): (piece: string) => StreamMessage[] {
  let rest = ''
  let id: string | null = null
  let event = ''
  let data: string[] = []

  const readLine = (line: string): StreamMessage[] => {
    if (line === '') {
      const message = { event: event || 'message', id, data: data.join('\n') }
      const isEmpty = data.length === 0
      event = ''
      data = []
      return isEmpty ? [] : [message]
    }
    const colon = line.indexOf(':')
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'event') event = value
    else if (field === 'data') data.push(value)
    else if (field === 'id' && !value.includes('\0')) id = value
    // Comments (`: still here`) and unknown fields are left out, as the standard asks.
    return []
  }

  return (piece) => {
    // A CR at the end may be the first half of a CRLF; it waits for what follows.
    const text = rest + piece
    const held = text.endsWith('\r') ? '\r' : ''
    const lines = text.slice(0, text.length - held.length).split(/\r\n|\n|\r/)
    rest = (lines.pop() ?? '') + held
    return lines.flatMap(readLine)
  }
}
