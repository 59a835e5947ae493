import type {
  GraphEdge,
  GraphNode,
  GraphProblem,
  NodeRules,
  NodeRulesMap,
  PortKind,
  PortSpec,
} from '../types.js'
import type { Rule, RuleContext } from './context.js'

import { describeEdge } from '../readEdge.js'
import { oneOf, quote } from '../wording.js'

/** Edges leave and reach nodes at ports that exist, and what leaves can be used where it arrives. */
export const checkPorts: Rule = ({ index, specs, edgeAt }) =>
  index.edges.flatMap(({ edge, at, source, target }): GraphProblem[] => {
    const path = `edges[${edgeAt[at] ?? at}]`
    const [from, to] = [index.nodes[source], index.nodes[target]]
    if (!from || !to) return []
    return judgeEnds({ edge, from, to, specs }).map(({ key, message }) => ({
      code: 'invalid_connection',
      message,
      path: path + key,
      edgeId: edge.id,
    }))
  })

/** What is wrong with the ports of one edge, drawn or about to be. `key` is the end's, '' for both. */
export function judgeEnds({
  edge,
  from,
  to,
  specs,
}: {
  edge: GraphEdge
  from: GraphNode
  to: GraphNode
  specs: NodeRulesMap
}): { key: '' | '.sourceHandle' | '.targetHandle'; message: string }[] {
  const [sourceRules, targetRules] = [specs.get(from.type), specs.get(to.type)]
  const { sourceHandle = 'out', targetHandle = 'in' } = edge
  const out = sourceRules && portOf({ ports: sourceRules.outputs, id: sourceHandle })
  const into = targetRules && portOf({ ports: targetRules.inputs, id: targetHandle })
  const problems: ReturnType<typeof judgeEnds> = []
  if (sourceRules && !out) {
    const known = describePorts({ rules: sourceRules, side: 'outputs' })
    const message = `${describeEdge(edge)} leaves at ${quote(sourceHandle)}, but ${quote(from.label)} ${known}.`
    problems.push({ key: '.sourceHandle', message })
  }
  if (targetRules && !into) {
    const known = describePorts({ rules: targetRules, side: 'inputs' })
    const message = `${describeEdge(edge)} arrives at ${quote(targetHandle)}, but ${quote(to.label)} ${known}.`
    problems.push({ key: '.targetHandle', message })
  }
  if (out && into && !canFlow({ from: out.kinds, to: into.kinds })) {
    const message = `${quote(from.label)} cannot be connected to ${quote(to.label)}: it passes on ${describeKinds(out.kinds)}, but there ${describeKinds(into.kinds)} must arrive.`
    problems.push({ key: '', message })
  }
  return problems
}

/** Nodes that make no sense without an edge at some input, and joins with nothing to join. */
export const checkRequiredPorts: Rule = ({ index, specs, nodeAt }: RuleContext) =>
  index.nodes.flatMap((node, at) => {
    const inputs = specs.get(node.type)?.inputs ?? []
    return inputs.flatMap((port): GraphProblem[] => {
      const least = port.minEdges ?? (port.required ? 1 : 0)
      const edges = index.incoming[at]?.filter(
        ({ edge }) => (edge.targetHandle ?? 'in') === port.id,
      )
      const count = edges?.length ?? 0
      if (count >= least) return []
      const message =
        least === 1
          ? `${quote(node.label)} needs something before it. Connect a node to it.`
          : `${quote(node.label)} needs at least ${least} incoming edges, but has ${count}.`
      const path = `nodes[${nodeAt[at] ?? at}]`
      return [{ code: 'missing_required_input', message, path, nodeId: node.id }]
    })
  })

/** Anything can mean "go on"; what passes things on may carry whatever came in. */
export function canFlow({ from, to }: { from: PortKind[]; to: PortKind[] }): boolean {
  return to.some(
    (wanted) =>
      wanted === 'signal' ||
      from.some(
        (given) =>
          given === wanted || given === 'pass' || (wanted === 'pass' && given !== 'signal'),
      ),
  )
}

function portOf({ ports, id }: { ports: PortSpec[]; id: string }): PortSpec | undefined {
  return ports.find((port) => port.id === id)
}

function describePorts({ rules, side }: { rules: NodeRules; side: 'inputs' | 'outputs' }): string {
  const ports = rules[side].map(({ id }) => quote(id))
  if (ports.length === 0) return side === 'inputs' ? 'takes nothing in' : 'passes nothing on'
  return `only has ${oneOf(ports)}`
}

function describeKinds(kinds: PortKind[]): string {
  const words: Record<PortKind, string> = {
    copy: 'copies',
    image: 'images',
    pass: 'what came in',
    signal: 'nothing but “go on”',
  }
  return oneOf([...new Set(kinds)].map((kind) => words[kind]))
}
