import type {
  GraphEdge,
  GraphNode,
  GraphProblem,
  NodeRules,
  NodeRulesMap,
  PortKind,
  PortSpec,
} from '../types.js'
import type { Phrase } from '../sentence.js'
import type { Rule, RuleContext } from './context.js'

import { describeEdge } from '../readEdge.js'
import { phrase, quoted, said, sentence } from '../sentence.js'
import { shorten } from '../wording.js'

/** Edges leave and reach nodes at ports that exist, and what leaves can be used where it arrives. */
export const checkPorts: Rule = ({ index, specs, edgeAt }) =>
  index.edges.flatMap(({ edge, at, source, target }): GraphProblem[] => {
    const path = `edges[${edgeAt[at] ?? at}]`
    const [from, to] = [index.nodes[source], index.nodes[target]]
    if (!from || !to) return []
    return judgeEnds({ edge, from, to, specs }).map(({ key, what }) => ({
      code: 'invalid_connection',
      ...said(what),
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
}): { key: '' | '.sourceHandle' | '.targetHandle'; what: Phrase }[] {
  const [sourceRules, targetRules] = [specs.get(from.type), specs.get(to.type)]
  const { sourceHandle = 'out', targetHandle = 'in' } = edge
  const out = sourceRules && portOf({ ports: sourceRules.outputs, id: sourceHandle })
  const into = targetRules && portOf({ ports: targetRules.inputs, id: targetHandle })
  const problems: ReturnType<typeof judgeEnds> = []
  if (sourceRules && !out) {
    const what = phrase('{{edge}} leaves at “{{port}}”, but {{why}}.', {
      edge: describeEdge(edge),
      port: shorten(sourceHandle),
      why: describePorts({ node: from, rules: sourceRules, side: 'outputs' }),
    })
    problems.push({ key: '.sourceHandle', what })
  }
  if (targetRules && !into) {
    const what = phrase('{{edge}} arrives at “{{port}}”, but {{why}}.', {
      edge: describeEdge(edge),
      port: shorten(targetHandle),
      why: describePorts({ node: to, rules: targetRules, side: 'inputs' }),
    })
    problems.push({ key: '.targetHandle', what })
  }
  if (out && into && !canFlow({ from: out.kinds, to: into.kinds })) {
    const what = phrase(
      '“{{from}}” cannot be connected to “{{to}}”: it passes on {{given}}, but there {{wanted}} must arrive.',
      {
        from: shorten(from.label),
        to: shorten(to.label),
        given: describeKinds(out.kinds),
        wanted: describeKinds(into.kinds),
      },
    )
    problems.push({ key: '', what })
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
      const label = shorten(node.label)
      const what =
        least === 1
          ? sentence('“{{node}}” needs something before it. Connect a node to it.', { node: label })
          : sentence('“{{node}}” needs at least {{least}} incoming edges, but has {{count}}.', {
              node: label,
              least: `${least}`,
              count: `${count}`,
            })
      const path = `nodes[${nodeAt[at] ?? at}]`
      return [{ code: 'missing_required_input', ...what, path, nodeId: node.id }]
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

function describePorts({
  node: { label },
  rules,
  side,
}: {
  node: GraphNode
  rules: NodeRules
  side: 'inputs' | 'outputs'
}): Phrase {
  const node = shorten(label)
  const ports = rules[side].map(({ id }) => quoted(id))
  if (ports.length > 0) return phrase('“{{node}}” only has {{ports}}', { node, ports })
  return side === 'inputs'
    ? phrase('“{{node}}” takes nothing in', { node })
    : phrase('“{{node}}” passes nothing on', { node })
}

const KINDS: Record<PortKind, Phrase> = {
  copy: phrase('copies'),
  image: phrase('images'),
  pass: phrase('what came in'),
  signal: phrase('nothing but “go on”'),
}

function describeKinds(kinds: PortKind[]): Phrase[] {
  return [...new Set(kinds)].map((kind) => KINDS[kind])
}
