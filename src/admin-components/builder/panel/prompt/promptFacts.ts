import { StateEffect, StateField } from '@codemirror/state'

import type { VariableGroup } from './offerVariables.js'

/** A place that a problem names. */
export interface WrongPlace {
  line: number
  column: number
  message: string
}

/** What the editor must know besides the text: what chips are called, what is wrong, what is offered. */
export interface PromptFacts {
  groups: readonly VariableGroup[]
  labelOf: (path: string) => string
  exampleOf: (path: string) => string
  wrong: readonly WrongPlace[]
  words: {
    inputs: string
    item: string
    others: string
    filters: string
    describe: (path: string) => string
    describeFilter: (name: string) => string
    chipHint: (name: string) => string
  }
}

export const setPromptFacts = StateEffect.define<PromptFacts>()

/** Comes from the screen with every change there. */
export const promptFacts = (initial: PromptFacts) => factsField.init(() => initial)

export const factsField = StateField.define<PromptFacts | null>({
  create: () => null,
  update: (facts, transaction) => {
    for (const effect of transaction.effects) if (effect.is(setPromptFacts)) return effect.value
    return facts
  },
})
