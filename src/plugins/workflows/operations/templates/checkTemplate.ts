import type { PluginContext } from '../../pluginContext.js'
import type { GraphProblem, JsonObject, TemplateInput, WorkflowGraph } from '../../graph/types.js'

import { checkDefaults } from '../../graph/checkDefaults.js'
import { validateGraph } from '../../graph/validateGraph.js'
import { InvalidInputError } from '../../runtime/errors.js'

/** The parts of a template that make it run. */
export interface TemplateContent {
  graph: WorkflowGraph
  inputs: TemplateInput[]
  defaultParams: JsonObject
}

/** The same, as it came in. */
export type UncheckedContent = { [part in keyof TemplateContent]?: unknown }

export interface CheckedContent {
  content: TemplateContent | null
  executionOrder: string[]
  problems: GraphProblem[]
}

/** Everything that is wrong with a template's content, at once. `content` is null when anything is. */
export function findProblems({
  context,
  content,
}: {
  context: PluginContext
  content: UncheckedContent
}): CheckedContent {
  const { graph, inputs, problems, executionOrder } = validateGraph({
    graph: content.graph,
    inputs: content.inputs ?? [],
    specs: context.specs,
  })
  const defaults = checkDefaults({ inputs, defaultParams: content.defaultParams ?? {} })
  const all = [...problems, ...defaults.problems]
  return {
    content:
      graph && all.length === 0 ? { graph, inputs, defaultParams: defaults.defaultParams } : null,
    executionOrder,
    problems: all,
  }
}

/** @throws InvalidInputError with every problem. */
export function requireValid(checked: CheckedContent): TemplateContent {
  if (checked.content) return checked.content
  const [first, ...others] = checked.problems
  const more = others.length > 0 ? ` (and ${others.length} more)` : ''
  throw new InvalidInputError({
    message: `${first?.message ?? 'The workflow is not valid.'}${more}`,
    issues: checked.problems,
    data: first?.data?.cycle ? { cycle: first.data.cycle } : cycleOf(checked.problems),
  })
}

/** api.md: `cycle_detected` comes with `data.cycle`, wherever it stands among the problems. */
function cycleOf(problems: GraphProblem[]): { cycle?: string[] } {
  const cycle = problems.find(({ code }) => code === 'cycle_detected')?.data?.cycle
  return cycle ? { cycle } : {}
}
