import type { GraphProblem } from '../../../../plugins/workflows/graph/types.js'
import type { SayProblem } from '../../../../plugins/workflows/translations/problemTexts/createSayProblem.js'

import { sentenceWithoutNode } from '../../../shared/sentenceWithoutNode.js'

/** What is wrong with one setting. */
export interface FieldProblem {
  message: string
  /** The sentence as lists of problems have it; whoever jumps here finds the field by it. */
  full?: string
  /** Below the setting: `[1].field` of a rule; empty for the setting as a whole. */
  rest: string
  line?: number
  column?: number
}

export interface NodeProblems {
  fields: ReadonlyMap<string, readonly FieldProblem[]>
  /** Of the node itself: its connections, its type, its id. */
  others: readonly string[]
}

const CONFIG_PATH = /^nodes\[\d+\]\.config\.([^.[]+)(.*)$/s

/** Sorts the problems of one node to its fields. */
export function problemsOfNode({
  problems,
  nodeId,
  sayProblem,
}: {
  problems: readonly GraphProblem[]
  nodeId: string
  sayProblem: SayProblem
}): NodeProblems {
  const fields = new Map<string, FieldProblem[]>()
  const others: string[] = []
  for (const problem of problems) {
    if (problem.nodeId !== nodeId) continue
    const [, key, rest = ''] = CONFIG_PATH.exec(problem.path) ?? []
    if (key === undefined) {
      others.push(sayProblem(problem))
      continue
    }
    const { line, column } = problem.data ?? {}
    const entry = {
      message: sayAtField({ problem, sayProblem }),
      full: sayProblem(problem),
      rest,
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
    }
    fields.set(key, [...(fields.get(key) ?? []), entry])
  }
  return { fields, others }
}

/** Problems of one entry of a list that is a setting: `[2]`, `[2].field`. */
export function problemsOfEntry(
  problems: readonly FieldProblem[],
  at: number,
): readonly FieldProblem[] {
  return problems.filter(({ rest }) => rest === `[${at}]` || rest.startsWith(`[${at}].`))
}

/** Of the list as a whole. */
export function problemsOfWhole(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return problems.filter(({ rest }) => !/^\[\d+\]/.test(rest))
}

/**
 * A message names its node, because it also stands in lists of problems; beside the field that is said
 * already: `“Ad copy”: Prompt uses “x”, but …` → `Prompt uses “x”, but …`.
 */
function sayAtField({
  problem,
  sayProblem,
}: {
  problem: GraphProblem
  sayProblem: SayProblem
}): string {
  const short = problem.words && sentenceWithoutNode(problem.words)
  const said = sayProblem(short ?? problem)
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** Problems of the inputs, by the position of the input and the key: `inputs[1].name`. */
export function problemsOfInputs({
  problems,
  sayProblem,
}: {
  problems: readonly GraphProblem[]
  sayProblem: SayProblem
}): ReadonlyMap<number, ReadonlyMap<string, string[]>> {
  const found = new Map<number, Map<string, string[]>>()
  for (const problem of problems) {
    const [, at, key = ''] = /^inputs\[(\d+)\](?:\.([a-zA-Z]+))?/.exec(problem.path) ?? []
    if (at === undefined) continue
    const input = found.get(Number(at)) ?? new Map<string, string[]>()
    input.set(key, [...(input.get(key) ?? []), sayProblem(problem)])
    found.set(Number(at), input)
  }
  return found
}
