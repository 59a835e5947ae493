import { StateField, type EditorState, type Extension, type Range } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'

import { ChipWidget } from './chipWidget.js'
import { factsField, setPromptFacts, type PromptFacts } from './promptFacts.js'
import { offsetOf, scanPrompt, type PromptToken } from './scanPrompt.js'

interface Drawn {
  text: string
  tokens: PromptToken[]
  all: DecorationSet
  /** Those the cursor jumps over. */
  chips: DecorationSet
}

const WORDS_OF_TAGS = /"[^"]*"|'[^']*'|\b\d+(?:\.\d+)?\b|\|\s*[a-z_]+/g

/** Chips for variables, colours for tags, a line under what is wrong. */
export const promptDecorations: Extension = StateField.define<Drawn>({
  create: (state) => draw(state),
  update: (before, transaction) => {
    const hasFacts = transaction.effects.some((effect) => effect.is(setPromptFacts))
    if (!transaction.docChanged && !transaction.selection && !hasFacts) return before
    return draw(transaction.state, transaction.docChanged ? undefined : before)
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ all }) => all),
    EditorView.atomicRanges.of((view) => view.state.field(field).chips),
  ],
})

function draw(state: EditorState, before?: Pick<Drawn, 'text' | 'tokens'>): Drawn {
  const text = before?.text ?? state.doc.toString()
  const tokens = before?.tokens ?? scanPrompt(text)
  const facts = state.field(factsField, false) ?? null
  const wrong = wrongRanges({ text, tokens, facts })
  const chips: Range<Decoration>[] = []
  const marks: Range<Decoration>[] = []
  for (const token of tokens) {
    if (token.kind === 'variable' && !isOpen({ state, token })) {
      chips.push(chipOf({ token, facts, message: wrong.get(token.from) }))
    } else marks.push(...marksOf({ text, token }))
  }
  for (const [from, message] of wrong) {
    const token = tokens.find((one) => one.from === from)
    const to = token?.to ?? endOfWord({ text, from })
    if (to > from && !chips.some((chip) => chip.from === from)) {
      marks.push(
        Decoration.mark({
          class: 'workflows-prompt__wrong',
          attributes: { title: message },
        }).range(from, to),
      )
    }
  }
  return {
    text,
    tokens,
    all: Decoration.set([...chips, ...marks], true),
    chips: Decoration.set(chips),
  }
}

/** The cursor is inside: the variable is being written, and shows as text. */
function isOpen({ state, token }: { state: EditorState; token: PromptToken }): boolean {
  return state.selection.ranges.some(
    ({ head, empty }) => empty && head > token.from && head < token.to,
  )
}

function chipOf({
  token: { from, to, path = '', filters = '' },
  facts,
  message,
}: {
  token: PromptToken
  facts: PromptFacts | null
  message: string | undefined
}): Range<Decoration> {
  const name = facts?.labelOf(path) ?? path
  const label = filters ? `${name} ${filters}` : name
  const example = facts?.exampleOf(path) ?? ''
  const title = [message ?? example, facts?.words.chipHint(label)].filter(Boolean).join('\n')
  const widget = new ChipWidget({ label, title, isWrong: message !== undefined })
  return Decoration.replace({ widget }).range(from, to)
}

function marksOf({ text, token }: { text: string; token: PromptToken }): Range<Decoration>[] {
  const { kind, from, to } = token
  const whole = Decoration.mark({ class: `workflows-prompt__${kind}` }).range(from, to)
  if (kind === 'comment') return [whole]
  const inside = [...text.slice(from, to).matchAll(WORDS_OF_TAGS)].map((match) => {
    const [word] = match
    const isText = /^["']/.test(word)
    const name = isText ? 'string' : word.startsWith('|') ? 'filter' : 'number'
    const at = from + match.index
    return Decoration.mark({ class: `workflows-prompt__${name}` }).range(at, at + word.length)
  })
  return [whole, ...inside]
}

/**
 * Start of what is wrong, with the sentence. A problem names the first place of a variable only; all
 * others of the same name are as wrong.
 */
function wrongRanges({
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
