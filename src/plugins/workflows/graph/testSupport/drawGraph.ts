import type {
  ExecutionPlan,
  GraphEdge,
  GraphNode,
  GraphProblem,
  JsonObject,
  PlanNode,
  TemplateInput,
  WorkflowGraph,
} from '../types.js'

import { specMap } from '../../nodes/specs.js'
import { compileGraph } from '../compileGraph.js'
import { validateGraph } from '../validateGraph.js'

/** Short type names for tests, and the least config that is valid. */
const TYPES: Record<string, { type: string; config: JsonObject }> = {
  copy: { type: 'generate_copy', config: { promptTemplate: 'Write' } },
  image: { type: 'generate_image', config: { promptTemplate: 'Draw' } },
  attach: { type: 'attach_to_document', config: { strategy: 'one_to_one' } },
  review: { type: 'review', config: {} },
  if: {
    type: 'conditional',
    config: { rules: [{ field: 'params.topic', operator: 'equals', value: 'x' }] },
  },
  parallel: { type: 'parallel', config: {} },
  merge: { type: 'merge', config: {} },
}

export const specs = specMap()

export const topic: TemplateInput = { name: 'topic', label: 'Topic', type: 'text' }
export const amount: TemplateInput = { name: 'amount', label: 'Amount', type: 'slider' }

/**
 * Draws `copy:a > image:b > attach:c, a > c`: chains of nodes (`type:id` where first named, then `id`),
 * `.true` behind an id is a source handle. `configs` is laid over the least config.
 */
export function draw(text: string, configs: Record<string, JsonObject> = {}): WorkflowGraph {
  const nodes = new Map<string, GraphNode>()
  const edges: GraphEdge[] = []
  for (const chain of text.split(',')) {
    let before: { id: string; handle: string | undefined } | null = null
    for (const step of chain.split('>')) {
      const [name = '', handle] = step.trim().split('.')
      const [kind = '', id = kind] = name.split(':')
      const known = TYPES[kind]
      if (!nodes.has(id)) {
        const config = { ...(known?.config ?? {}), ...configs[id] }
        const type = known?.type ?? kind
        nodes.set(id, { id, type, label: id.toUpperCase(), position: { x: 0, y: 0 }, config })
      }
      if (before) {
        const sourceHandle = before.handle
        const edge = { id: `e${edges.length}`, source: before.id, target: id }
        edges.push(sourceHandle === undefined ? edge : { ...edge, sourceHandle })
      }
      before = { id, handle }
    }
  }
  return { nodes: [...nodes.values()], edges }
}

/** What is wrong with a graph whose form asks for a topic and an amount. */
export function problemsOf(graph: unknown, inputs: unknown = [topic, amount]): GraphProblem[] {
  return validateGraph({ graph, inputs, specs }).problems
}

/** `code path` of each problem. */
export function codesOf(graph: unknown, inputs?: unknown): string[] {
  return problemsOf(graph, inputs).map(({ code, path }) => `${code} ${path}`.trim())
}

/** Compiles a graph and makes sure that it was valid. */
export function planOf(
  text: string,
  configs: Record<string, JsonObject> = {},
): ExecutionPlan & { node: (id: string) => PlanNode } {
  const graph = draw(text, configs)
  const problems = problemsOf(graph)
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
  const plan = compileGraph({ graph, inputs: [topic, amount], specs })
  return {
    ...plan,
    node: (id) => {
      const found = plan.nodes.find((node) => node.id === id)
      if (!found) throw new Error(`There is no ${id}.`)
      return found
    },
  }
}
