import type { GraphProblem, NodeRulesMap, TemplateInput, WorkflowGraph } from './types.js'

import { limitedHint } from './closeMatches.js'
import { indexGraph } from './graphIndex.js'
import { findItemFlow } from './itemFlow.js'
import { parseInputs } from './parseInputs.js'
import { findReachability } from './reachability.js'
import { readGraph } from './readGraph.js'
import { findKnownNodes, type Rule, type RuleContext } from './rules/context.js'
import { checkConditionFields } from './rules/conditionFields.js'
import { checkConfig } from './rules/config.js'
import { checkCycles } from './rules/cycles.js'
import { checkEndpoints } from './rules/endpoints.js'
import { checkNodeTypes } from './rules/nodeTypes.js'
import { checkOrphans } from './rules/orphans.js'
import { checkPorts, checkRequiredPorts } from './rules/ports.js'
import { checkQuantityNames } from './rules/quantities.js'
import { checkSources } from './rules/sources.js'
import { checkTemplates } from './rules/templates.js'
import { topologicalOrder } from './topologicalOrder.js'

/** More guesses than anyone reads; each compares a name with up to 200 others. */
const MOST_HINTS = 100

const RULES: Rule[] = [
  checkNodeTypes,
  checkEndpoints,
  checkCycles,
  checkOrphans,
  checkPorts,
  checkRequiredPorts,
  checkSources,
  checkConfig,
  checkTemplates,
  checkQuantityNames,
  checkConditionFields,
]

/**
 * Everything that is wrong with a workflow, at once. Used unchanged on save, on launch and while
 * drawing. `executionOrder` is empty when the graph has a circle.
 */
export function validateGraph({
  graph: input,
  inputs: inputsInput,
  specs,
}: {
  graph: unknown
  inputs?: unknown
  specs: NodeRulesMap
}): {
  graph: WorkflowGraph | null
  inputs: TemplateInput[]
  problems: GraphProblem[]
  executionOrder: string[]
} {
  const { read, problems: shapeProblems } = readGraph(input)
  const { inputs, problems: inputProblems } = parseInputs(inputsInput)
  const found = [...shapeProblems, ...inputProblems]
  if (!read) return { graph: null, inputs, problems: found, executionOrder: [] }

  const { graph, nodeAt, edgeAt, brokenConfigs } = read
  const index = indexGraph(graph)
  const context: RuleContext = {
    index,
    graphEdges: graph.edges,
    inputs,
    specs,
    reachability: findReachability(index),
    flow: findItemFlow({ index, specs }),
    nodeAt,
    edgeAt,
    brokenConfigs,
    known: findKnownNodes({ index, specs, nodeAt, brokenConfigs }),
    hint: limitedHint(MOST_HINTS),
  }
  const problems = [...found, ...RULES.flatMap((rule) => rule(context))]
  const order = topologicalOrder(index) ?? []
  const executionOrder = order.map((at) => graph.nodes[at]?.id ?? '')
  return { graph, inputs, problems, executionOrder }
}
