import type { Hint } from '../closeMatches.js'
import type { GraphIndex } from '../graphIndex.js'
import type { ItemFlow } from '../itemFlow.js'
import type { Reachability } from '../reachability.js'
import type {
  GraphEdge,
  GraphNode,
  GraphProblem,
  NodeRules,
  NodeRulesMap,
  TemplateInput,
} from '../types.js'

/** What every rule may look at. Made once per validation. */
export interface RuleContext {
  index: GraphIndex
  /** All edges, also those that `index` leaves out. */
  graphEdges: GraphEdge[]
  inputs: TemplateInput[]
  specs: NodeRulesMap
  reachability: Reachability
  flow: ItemFlow
  /** Positions of the nodes and edges in the input. */
  nodeAt: number[]
  edgeAt: number[]
  /** Positions of nodes whose config could not be read. */
  brokenConfigs: ReadonlySet<number>
  /** Nodes that settings rules can judge; the others have their own problem already. */
  known: KnownNode[]
  /** Guesses what was meant; limited, so that a hostile graph costs little. */
  hint: Hint
}

/** One kind of thing that can be wrong. Answers all of its kind. */
export type Rule = (context: RuleContext) => GraphProblem[]

/** A node of a known type whose config could be read. */
export interface KnownNode {
  /** Position in `index.nodes`. */
  at: number
  node: GraphNode
  rules: NodeRules
  /** `nodes[2].config` */
  configPath: string
}

/** Finds the nodes whose settings can be judged. */
export function findKnownNodes({
  index,
  specs,
  nodeAt,
  brokenConfigs,
}: Pick<RuleContext, 'index' | 'specs' | 'nodeAt' | 'brokenConfigs'>): KnownNode[] {
  return index.nodes.flatMap((node, at) => {
    const rules = specs.get(node.type)
    if (!rules || brokenConfigs.has(at)) return []
    return [{ at, node, rules, configPath: `nodes[${nodeAt[at] ?? at}].config` }]
  })
}
