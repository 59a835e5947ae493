import type { GraphNode, WorkflowGraph } from '../../plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../plugins/workflows/nodes/defineNode.js'
import type { FlowGraph, FlowStep } from './types.js'

import { placeSteps } from './placeSteps.js'

/** What the cards of a graph say. Runs where the specs are: a summary parses the config. */
export function describeFlow({
  graph,
  specs,
}: {
  graph: WorkflowGraph
  specs: ReadonlyMap<string, NodeSpec>
}): FlowGraph {
  const steps = graph.nodes.map((node) => describeStep(node, specs.get(node.type)))
  return { steps: placeSteps({ steps, edges: graph.edges }), edges: graph.edges }
}

function describeStep(node: GraphNode, spec: NodeSpec | undefined): FlowStep {
  const { id, type, label, position, config } = node
  return {
    id,
    type,
    label: label || (spec?.label ?? type),
    summary: summaryOf(node, spec),
    position,
    branches: branchesOf(node, spec),
    config,
  }
}

function summaryOf({ config }: GraphNode, spec: NodeSpec | undefined): string {
  try {
    return spec?.summarize(config) ?? ''
  } catch {
    // A draft may be incomplete; its card is drawn all the same.
    return ''
  }
}

const branchesOf = ({ config }: GraphNode, spec: NodeSpec | undefined): FlowStep['branches'] =>
  spec && spec.outputs.length > 1
    ? spec.outputs.map(({ id, label }) => {
        const own = config[`${id}Label`]
        return { id, label: typeof own === 'string' && own !== '' ? own : label }
      })
    : []
