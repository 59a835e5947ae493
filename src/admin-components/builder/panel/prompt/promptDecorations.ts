import { StateField, type EditorState, type Extension } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'

import { ChipWidget } from './chipWidget.js'
import { factsField, setPromptFacts } from './promptFacts.js'
import { markPrompt } from './promptMarks.js'
import { scanPrompt, type PromptToken } from './scanPrompt.js'

interface Drawn {
  text: string
  tokens: PromptToken[]
  all: DecorationSet
  /** Those the cursor jumps over. */
  chips: DecorationSet
}

/** What promptMarks.ts finds, as the library draws it. */
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
  const found = markPrompt({ text, tokens, facts, isOpen: (token) => isOpen({ state, token }) })
  const chips = found.chips.map(({ from, to, ...chip }) =>
    Decoration.replace({ widget: new ChipWidget(chip) }).range(from, to),
  )
  const marks = found.marks.map(({ from, to, className, title }) =>
    Decoration.mark({ class: className, ...(title && { attributes: { title } }) }).range(from, to),
  )
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
