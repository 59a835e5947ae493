import type { EditorView } from '@codemirror/view'

import { scanPrompt } from './scanPrompt.js'

/** Opens the chip at the cursor as text, to change its name or its filters by keyboard. */
export function openChip(view: EditorView): boolean {
  const { from, to } = view.state.selection.main
  const token = scanPrompt(view.state.doc.toString()).find(
    (one) => one.kind === 'variable' && one.from <= to && one.to >= from,
  )
  if (!token || view.state.readOnly) return false
  view.dispatch({ selection: { anchor: token.to - '}}'.length }, scrollIntoView: true })
  return true
}
