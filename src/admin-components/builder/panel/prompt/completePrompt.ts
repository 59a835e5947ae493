import type {
  Completion,
  CompletionContext,
  CompletionResult,
  CompletionSection,
} from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'

import type { OfferedVariable } from './offerVariables.js'

import { factsField, type PromptFacts } from './promptFacts.js'
import { PROMPT_FILTERS } from './promptFilters.js'

/** A line of the picker. */
export interface PromptCompletion extends Completion {
  example: string
  description: string
  /** Place in the list; the library would sort by the alphabet. */
  order: number
}

/** Of lines that match as well: those that were offered first. */
export function compareLines(a: Completion, b: Completion): number {
  return (a as PromptCompletion).order - (b as PromptCompletion).order
}

/** After `{{`, maybe with the first letters of a name. Two lines are no name. */
const OPENED = /\{\{-?[ \t]*([\w.\- ·]*)$/
/** After `|` inside of a tag that is still open. */
const PIPED = /\{[{%][^{}\n]*\|[ \t]*([a-z_]*)$/
/** A name inside `{% … %}`. */
const IN_TAG = /\{%-?[^{}%\n]*[\s=:,(]([A-Za-z_][\w.]*)?$/
/** What one looks back at: longer is no tag that is being typed. */
const LOOK_BACK = 400

/** What can be written at the cursor: variables after `{{`, filters after `|`. */
export function completePrompt(context: CompletionContext): CompletionResult | null {
  const { state, pos, explicit } = context
  const facts = state.field(factsField, false)
  if (!facts) return null
  const before = state.sliceDoc(Math.max(0, pos - LOOK_BACK), pos)
  const piped = PIPED.exec(before)
  if (piped) {
    return {
      from: pos - (piped[1]?.length ?? 0),
      options: filterLines(facts),
      validFor: /^[a-z_]*$/,
    }
  }
  const opened = OPENED.exec(before)
  if (opened) {
    const options = variableLines({ facts, apply: applyVariable })
    return { from: pos - (opened[1]?.length ?? 0), options, validFor: /^[\w.\- ·]*$/ }
  }
  const inTag = IN_TAG.exec(before)
  if (inTag && (explicit || inTag[1])) {
    const from = pos - (inTag[1]?.length ?? 0)
    return { from, options: variableLines({ facts, apply: applyPlain }), validFor: /^[\w.]*$/ }
  }
  if (!explicit || inTag) return null
  return { from: pos, options: variableLines({ facts, apply: applyVariable }) }
}

type Apply = (path: string) => NonNullable<Completion['apply']>

function variableLines({ facts, apply }: { facts: PromptFacts; apply: Apply }): PromptCompletion[] {
  const { words } = facts
  return facts.groups.flatMap(({ kind, title, variables }, rank) => {
    const names = { inputs: words.inputs, item: words.item, node: title, words: words.others }
    const section: CompletionSection = { name: names[kind], rank, header: header(names[kind]) }
    return variables.map((variable, order): PromptCompletion => {
      const { path, label } = variable
      const shown = kind === 'node' ? label.slice(title.length + ' · '.length) : label
      return {
        // Found by what it is called and by how it is written.
        label: `${label} ${path}`,
        displayLabel: shown,
        section,
        apply: apply(path),
        example: facts.exampleOf(path),
        description: describe(variable, facts),
        order,
      }
    })
  })
}

const describe = ({ path, description }: OfferedVariable, { words }: PromptFacts): string =>
  description || words.describe(path)

function filterLines({ words }: PromptFacts): PromptCompletion[] {
  const section: CompletionSection = { name: words.filters, header: header(words.filters) }
  return PROMPT_FILTERS.map(({ name, apply, example }, order) => ({
    label: name,
    section,
    apply,
    example,
    description: words.describeFilter(name),
    order,
  }))
}

/** The library would write the name as an element of its own; ours are styled as groups. */
const header = (name: string) => (): HTMLElement => {
  const element = document.createElement('completion-section')
  element.textContent = name
  return element
}

/** The whole tag, whatever of it is there already. */
const applyVariable: Apply = (path) => (view: EditorView, _line, from, to) => {
  const start = /\{\{-?[ \t]*$/.exec(view.state.sliceDoc(Math.max(0, from - 10), from))?.[0] ?? ''
  const end = /^[ \t]*-?\}{1,2}/.exec(view.state.sliceDoc(to, to + 10))?.[0] ?? ''
  const insert = `{{ ${path} }}`
  const at = from - start.length
  view.dispatch({
    changes: { from: at, to: to + end.length, insert },
    selection: { anchor: at + insert.length },
    userEvent: 'input.complete',
    scrollIntoView: true,
  })
}

const applyPlain: Apply = (path) => path
