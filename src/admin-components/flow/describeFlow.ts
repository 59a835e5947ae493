import type { GraphNode, JsonObject, WorkflowGraph } from '../../plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../plugins/workflows/nodes/defineNode.js'
import type { FlowGraph, FlowStep } from './types.js'

import { toNumber } from '../../plugins/workflows/graph/conditions.js'
import { quantityParam } from '../../plugins/workflows/graph/quantityParam.js'
import { placeSteps } from './placeSteps.js'

/** What the cards of a graph say. Runs where the specs are: a summary parses the config. */
export function describeFlow({
  graph,
  specs,
  params = {},
}: {
  graph: WorkflowGraph
  specs: ReadonlyMap<string, NodeSpec>
  /** Answers of a launch, so that a card says `10 copies` where the form asks how many. */
  params?: JsonObject
}): FlowGraph {
  const steps = graph.nodes.map((node) =>
    describeStep({ node, spec: specs.get(node.type), params }),
  )
  return { steps: placeSteps({ steps, edges: graph.edges }), edges: graph.edges }
}

function describeStep({
  node,
  spec,
  params,
}: {
  node: GraphNode
  spec: NodeSpec | undefined
  params: JsonObject
}): FlowStep {
  const { id, type, label, position, config } = node
  return {
    id,
    type,
    label: label || (spec?.label ?? type),
    summary: summaryOf({ config: withQuantity({ config, params }), spec }),
    position,
    branches: branchesOf(node, spec),
    config,
  }
}

function withQuantity({ config, params }: { config: JsonObject; params: JsonObject }): JsonObject {
  const name = quantityParam(config.quantity)
  const quantity = name === null ? null : toNumber(params[name])
  return quantity === null ? config : { ...config, quantity }
}

function summaryOf({ config, spec }: { config: JsonObject; spec: NodeSpec | undefined }): string {
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
