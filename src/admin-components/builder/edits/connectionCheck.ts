import type { GraphNode } from '../../../plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'
import type { BuilderDocument } from '../store/types.js'

import { MAX_EDGES } from '../../../plugins/workflows/graph/limits.js'
import { judgeEnds } from '../../../plugins/workflows/graph/rules/ports.js'
import { phrase, type Phrase } from '../../../plugins/workflows/graph/sentence.js'
import { shorten } from '../../../plugins/workflows/graph/wording.js'
import { hasSameEnds, newEdge, type Ends } from './connect.js'
import { graphIndexOf } from './graphIndexOf.js'
import { sayRefusal } from './refusalWords.js'

/** Whether an edge may be drawn, or a sentence that says why not. */
export type ConnectionCheck = { ok: true } | { ok: false; reason: string }

type Specs = ReadonlyMap<string, NodeSpec>

/** Judges an edge before it is drawn, with the rules that judge the whole workflow. */
export function checkConnection({
  document,
  specs,
  ...ends
}: Ends & { document: BuilderDocument; specs: Specs }): ConnectionCheck {
  const refuse = refuseBy(specs)
  const { graph } = document
  const index = graphIndexOf(graph)
  const from = graph.nodes[index.byId.get(ends.source) ?? -1]
  const to = graph.nodes[index.byId.get(ends.target) ?? -1]
  if (!from || !to) return refuse(phrase('One of the two nodes is not there any more.'))
  if (from.id === to.id) {
    const node = shorten(from.label)
    return refuse(phrase('“{{node}}” cannot be connected to itself.', { node }))
  }
  if (graph.edges.some((edge) => hasSameEnds(edge, ends))) {
    return refuse(describeDuplicate({ from, to, ends, specs }))
  }
  if (graph.edges.length >= MAX_EDGES) {
    const facts = { limit: MAX_EDGES, things: phrase('edges') }
    return refuse(phrase('A workflow can have at most {{limit}} {{things}}.', facts))
  }
  const edge = newEdge({ ends, taken: new Set() })
  const [problem] = judgeEnds({ edge, from, to, specs })
  if (problem) return refuse(problem.what)
  const circle = wayBetween({ document, start: to.id, end: from.id })
  if (!circle) return { ok: true }
  const names = [from, ...circle].map(({ label }) => label)
  const shown = names.length > 6 ? [...names.slice(0, 3), '…', ...names.slice(-2)] : names
  return refuse(
    phrase('This would run in a circle: {{way}}. A workflow only runs forward.', {
      way: shown.join(' → '),
    }),
  )
}

/** Whether a node can stand between the ends of an edge. It may be on the canvas already. */
export function checkInsertion({
  document,
  specs,
  edgeId,
  node,
}: {
  document: BuilderDocument
  specs: Specs
  edgeId: string
  node: GraphNode
}): ConnectionCheck {
  const refuse = refuseBy(specs)
  const { graph } = document
  const edge = graph.edges.find(({ id }) => id === edgeId)
  if (!edge) return refuse(phrase('This edge is not there any more.'))
  const spec = specs.get(node.type)
  const label = shorten(node.label)
  if (!spec?.inputs[0]) {
    const fault = phrase('“{{node}}” takes nothing in', { node: label })
    return refuse(phrase('{{fault}}.', { fault }))
  }
  if (!spec.outputs[0]) {
    const fault = phrase('“{{node}}” passes nothing on', { node: label })
    return refuse(phrase('{{fault}}.', { fault }))
  }
  const isThere = graph.nodes.some(({ id }) => id === node.id)
  const without: BuilderDocument = {
    ...document,
    graph: {
      ...graph,
      nodes: isThere ? graph.nodes : [...graph.nodes, node],
      edges: graph.edges.filter(({ id }) => id !== edgeId),
    },
  }
  const before = checkConnection({
    document: without,
    specs,
    source: edge.source,
    sourceHandle: edge.sourceHandle,
    target: node.id,
    targetHandle: spec.inputs[0].id,
  })
  if (!before.ok) return before
  return checkConnection({
    document: without,
    specs,
    source: node.id,
    sourceHandle: spec.outputs[0].id,
    target: edge.target,
    targetHandle: edge.targetHandle,
  })
}

const refuseBy =
  (specs: Specs) =>
  (why: Phrase): ConnectionCheck => ({ ok: false, reason: sayRefusal({ specs, why }) })

function describeDuplicate({
  from,
  to,
  ends,
  specs,
}: {
  from: GraphNode
  to: GraphNode
  ends: Ends
  specs: Specs
}): Phrase {
  const outputs = specs.get(from.type)?.outputs ?? []
  const port = outputs.find(({ id }) => id === (ends.sourceHandle || 'out'))
  const facts = { from: shorten(from.label), to: shorten(to.label) }
  return outputs.length > 1 && port
    ? phrase('The branch “{{branch}}” of “{{from}}” already leads to “{{to}}”.', {
        ...facts,
        branch: shorten(port.label),
      })
    : phrase('“{{from}}” already leads to “{{to}}”.', facts)
}

/** The nodes on the shortest way from one node to another, both ends included. */
function wayBetween({
  document,
  start,
  end,
}: {
  document: BuilderDocument
  start: string
  end: string
}): GraphNode[] | null {
  const index = graphIndexOf(document.graph)
  const [from, to] = [index.byId.get(start) ?? -1, index.byId.get(end) ?? -1]
  const cameFrom = new Map([[from, from]])
  const queue = [from]
  for (const at of queue) {
    if (at === to) break
    for (const { target } of index.outgoing[at] ?? []) {
      if (cameFrom.has(target)) continue
      cameFrom.set(target, at)
      queue.push(target)
    }
  }
  if (!cameFrom.has(to)) return null
  const way: GraphNode[] = []
  for (let at = to; ; at = cameFrom.get(at) ?? from) {
    const node = index.nodes[at]
    if (node) way.unshift(node)
    if (at === from) return way
  }
}
