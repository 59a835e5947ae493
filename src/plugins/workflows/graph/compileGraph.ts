import type {
  ExecutionPlan,
  NodeRulesMap,
  PlanNode,
  TemplateInput,
  WorkflowGraph,
} from './types.js'

import { indexGraph, neighbours } from './graphIndex.js'
import { findItemFlow } from './itemFlow.js'
import { findRejectionReaders } from './rejectionReaders.js'
import { planQuantity } from './planQuantity.js'
import { planSources } from './planSources.js'
import { findParallelRegions } from './parallelRegions.js'
import { findReachability } from './reachability.js'
import { settleConfig } from './settleConfig.js'
import { topologicalOrder } from './topologicalOrder.js'

/** What a parallel does when its settings say nothing. The same as in its spec. */
const DEFAULT_LANE = 10

/**
 * Turns a valid graph into all the engine needs to run it.
 * @throws Error for a graph that `validateGraph` refuses: there is no plan to fall back to.
 */
export function compileGraph({
  graph,
  specs,
}: {
  graph: WorkflowGraph
  inputs: TemplateInput[]
  specs: NodeRulesMap
}): ExecutionPlan {
  const index = indexGraph(graph)
  const order = topologicalOrder(index)
  if (!order) throw new Error('A graph with a circle has no plan. Validate it first.')
  const reachability = findReachability(index)
  const flow = findItemFlow({ index, specs })
  const regions = findParallelRegions({ index, reachability, order })
  const reviewsWithReader = findRejectionReaders({ index, specs })
  const idOf = (at: number) => index.nodes[at]?.id ?? ''
  const configs = index.nodes.map((node) => {
    const rules = specs.get(node.type)
    return rules ? settleConfig({ node, rules }) : node.config
  })

  const nodes = index.nodes.map((node, at): PlanNode => {
    const rules = specs.get(node.type)
    if (!rules) throw new Error(`Nothing is known of the node type ${node.type}.`)
    const config = configs[at] ?? {}
    const around = regions.filter(({ members }) => members.has(at))
    const inner = around.at(-1)
    const settingOf = (parallel: number, key: string) => configs[parallel]?.[key]
    const laneLimit = inner && settingOf(inner.parallel, 'maxConcurrent')
    const { autoApproveAfterMinutes } = config
    const isReview = node.type === 'review'
    return {
      id: node.id,
      type: node.type,
      label: node.label,
      config,
      quantity: planQuantity({ config, rules }),
      successors: (index.outgoing[at] ?? []).map(({ edge, target }) => ({
        nodeId: idOf(target),
        branch: (edge.sourceHandle ?? 'out') === 'out' ? null : (edge.sourceHandle ?? null),
      })),
      inDegree: index.incoming[at]?.length ?? 0,
      predecessors: neighbours({ index, of: at, direction: 'before' }).map(idOf),
      join: regions.some(
        ({ join, parallel }) => join === at && settingOf(parallel, 'waitForAll') === false,
      )
        ? 'first'
        : 'all',
      onError: around.some(({ parallel }) => settingOf(parallel, 'continueOnError') === true)
        ? 'continue'
        : 'stop',
      lane: inner
        ? {
            parallelId: idOf(inner.parallel),
            maxConcurrent: typeof laneLimit === 'number' ? laneLimit : DEFAULT_LANE,
          }
        : null,
      autoApproveAfterMinutes:
        isReview && typeof autoApproveAfterMinutes === 'number' ? autoApproveAfterMinutes : null,
      handlesRejection: isReview && reviewsWithReader.has(node.id),
      sources: planSources({ at, config, rules, index, flow }),
    }
  })
  return { version: 1, nodes, executionOrder: order.map(idOf) }
}
