import type { Phrase } from '../../../plugins/workflows/graph/sentence.js'
import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'
import type { SayProblem } from '../../../plugins/workflows/translations/problemTexts/createSayProblem.js'

import { said } from '../../../plugins/workflows/graph/sentence.js'

type Specs = ReadonlyMap<string, NodeSpec>

/**
 * The node types of an open builder are in the person's language already, and whoever judges an edge has them:
 * the refusal is said in the language that they came in.
 */
const languages = new WeakMap<Specs, SayProblem>()

/** From now on refusals that go by these node types are said like this. */
export function refuseInWordsOf({ specs, sayProblem }: { specs: Specs; sayProblem: SayProblem }) {
  languages.set(specs, sayProblem)
}

/** Why something cannot be drawn, in the language of the node types; else in English. */
export function sayRefusal({ specs, why }: { specs: Specs; why: Phrase }): string {
  return languages.get(specs)?.(why) ?? said(why).message
}
