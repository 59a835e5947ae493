import type { PromptFacts } from './promptFacts.js'

import { offsetOf, type PromptToken } from './scanPrompt.js'

/** A variable as people read it. */
export interface ChipPart {
  from: number
  to: number
  label: string
  title: string
  isWrong: boolean
}

/** A stretch of text with a look; those inside of others come after them. */
export interface MarkPart {
  from: number
  to: number
  className: string
  title?: string
}

const WORDS_OF_TAGS = /"[^"]*"|'[^']*'|\b\d+(?:\.\d+)?\b|\|\s*[a-z_]+/g

/** Chips for variables, colours for tags, a line under what is wrong: the same in the editor and before it. */
export function markPrompt({
  text,
  tokens,
  facts,
  isOpen = () => false,
}: {
  text: string
  tokens: readonly PromptToken[]
  facts: PromptFacts | null
  /** The variable is being written, and shows as text. */
  isOpen?: (token: PromptToken) => boolean
}): { chips: ChipPart[]; marks: MarkPart[] } {
  const wrong = wrongPlaces({ text, tokens, facts })
  const chips: ChipPart[] = []
  const marks: MarkPart[] = []
  for (const token of tokens) {
    if (token.kind === 'variable' && !isOpen(token)) {
      chips.push(chipOf({ token, facts, message: wrong.get(token.from) }))
    } else marks.push(...marksOf({ text, token }))
  }
  const ends = new Map(tokens.map(({ from, to }) => [from, to]))
  const chipped = new Set(chips.map(({ from }) => from))
  for (const [from, title] of wrong) {
    const to = ends.get(from) ?? endOfWord({ text, from })
    if (to <= from || chipped.has(from)) continue
    marks.push({ from, to, className: 'workflows-prompt__wrong', title })
  }
  return { chips, marks }
}

function chipOf({
  token: { from, to, path = '', filters = '' },
  facts,
  message,
}: {
  token: PromptToken
  facts: PromptFacts | null
  message: string | undefined
}): ChipPart {
  const name = facts?.labelOf(path) ?? path
  const label = filters ? `${name} ${filters}` : name
  const example = facts?.exampleOf(path) ?? ''
  const title = [message ?? example, facts?.words.chipHint(label)].filter(Boolean).join('\n')
  return { from, to, label, title, isWrong: message !== undefined }
}

function marksOf({ text, token }: { text: string; token: PromptToken }): MarkPart[] {
  const { kind, from, to } = token
  const whole = { from, to, className: `workflows-prompt__${kind}` }
  if (kind === 'comment') return [whole]
  const inside = [...text.slice(from, to).matchAll(WORDS_OF_TAGS)].map((match) => {
    const [word] = match
    const isText = /^["']/.test(word)
    const name = isText ? 'string' : word.startsWith('|') ? 'filter' : 'number'
    const at = from + match.index
    return { from: at, to: at + word.length, className: `workflows-prompt__${name}` }
  })
  return [whole, ...inside]
}

/**
 * Start of what is wrong, with the sentence. A problem names the first place of a variable only; all
 * others of the same name are as wrong.
 */
function wrongPlaces({
  text,
  tokens,
  facts,
}: {
  text: string
  tokens: readonly PromptToken[]
  facts: PromptFacts | null
}): Map<number, string> {
  const wrong = new Map<number, string>()
  for (const { line, column, message } of facts?.wrong ?? []) {
    const at = offsetOf({ text, line, column })
    const token = tokens.find(({ from, to }) => at >= from && at < to)
    wrong.set(token?.from ?? at, message)
    if (token?.path === undefined) continue
    for (const other of tokens) if (other.path === token.path) wrong.set(other.from, message)
  }
  return wrong
}

/** A tag that is never closed has no end of its own. */
function endOfWord({ text, from }: { text: string; from: number }): number {
  const end = text.slice(from, from + 200).search(/\n|$/)
  return from + Math.max(end, 0)
}
