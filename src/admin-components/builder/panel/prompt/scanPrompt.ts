/** One tag of a prompt. Positions are offsets into the text. */
export interface PromptToken {
  /** `variable`: `{{ path | filters }}`, which is shown as a chip. `output`: any other `{{ … }}`. */
  kind: 'comment' | 'output' | 'tag' | 'variable'
  from: number
  to: number
  /** Variables only: `nodes.copy.output.text`. */
  path?: string
  /** Variables only: `| upcase`, trimmed; empty without filters. */
  filters?: string
}

const TAGS = /\{\{-?([\s\S]*?)-?\}\}|\{%-?([\s\S]*?)-?%\}/g
const VARIABLE = /^\s*([A-Za-z_][\w-]*(?:\.[\w-]+|\[\d+\])*)\s*(\|[^{}]*)?$/
const COMMENTED = /^\s*(comment|raw)\b/

/** Longer texts are no prompts (the limit is 20,000); they are shown without chips and colours. */
export const LONGEST_SCANNED = 100_000

/** Finds the tags of a prompt, complete ones only: what is being typed is not a tag yet. */
export function scanPrompt(text: string): PromptToken[] {
  if (text.length > LONGEST_SCANNED) return []
  const tokens: PromptToken[] = []
  let commentFrom: { at: number; word: string } | null = null
  for (const match of text.matchAll(TAGS)) {
    const [whole, output, tag] = match
    const from = match.index
    const to = from + whole.length
    if (commentFrom) {
      if (tag?.trim() !== `end${commentFrom.word}`) continue
      tokens.push({ kind: 'comment', from: commentFrom.at, to })
      commentFrom = null
      continue
    }
    if (tag !== undefined) {
      const word = COMMENTED.exec(tag)?.[1]
      if (word !== undefined) commentFrom = { at: from, word }
      else tokens.push({ kind: tag.trim().startsWith('#') ? 'comment' : 'tag', from, to })
      continue
    }
    const [, path, filters = ''] = VARIABLE.exec(output ?? '') ?? []
    tokens.push(
      path === undefined
        ? { kind: 'output', from, to }
        : { kind: 'variable', from, to, path, filters: filters.trim() },
    )
  }
  if (commentFrom) tokens.push({ kind: 'comment', from: commentFrom.at, to: text.length })
  return tokens
}

/** Offset of a place that a problem names, 1-based as people count. */
export function offsetOf({
  text,
  line,
  column,
}: {
  text: string
  line: number
  column: number
}): number {
  let from = 0
  for (let at = 1; at < line; at++) {
    const end = text.indexOf('\n', from)
    if (end === -1) break
    from = end + 1
  }
  return Math.min(from + column - 1, text.length)
}

/** The rule of thumb of OpenAI's tokenizer page for English, as estimates use it. */
const CHARACTERS_PER_TOKEN = 4

export function estimateTokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN)
}
