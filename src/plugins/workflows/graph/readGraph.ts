import type { GraphProblem, WorkflowGraph } from './types.js'

import { isDeeperThan, isRecord } from './json.js'
import { MAX_EDGES, MAX_JSON_DEPTH, MAX_NODES } from './limits.js'
import { readEdge } from './readEdge.js'
import { readNode } from './readNode.js'
import { readNotes } from './readNotes.js'
import { phrase, sentence } from './sentence.js'
import { shorten } from './wording.js'

/** A graph as far as it could be read, and where its parts stood in the input. */
export interface ReadGraph {
  graph: WorkflowGraph
  /** Position in the input's `nodes` of each node, for paths. */
  nodeAt: number[]
  edgeAt: number[]
  /** Indices of nodes whose config could not be read. */
  brokenConfigs: ReadonlySet<number>
}

/** Reads unknown JSON. `read` is null when it is no graph at all or too large to look into. */
export function readGraph(input: unknown): { read: ReadGraph | null; problems: GraphProblem[] } {
  if (!isRecord(input)) {
    const what = sentence('The graph must be an object with nodes and edges.')
    return { read: null, problems: [{ code: 'invalid_type', ...what, path: '' }] }
  }
  const problems = [
    ...checkList({ value: input.nodes, key: 'nodes', limit: MAX_NODES }),
    ...checkList({ value: input.edges, key: 'edges', limit: MAX_EDGES }),
  ]
  if (isDeeperThan({ value: input, depth: MAX_JSON_DEPTH })) {
    const what = sentence('The graph is nested more than {{levels}} levels deep.', {
      levels: MAX_JSON_DEPTH,
    })
    problems.push({ code: 'graph_too_large', ...what, path: '' })
  }
  const isTooLarge = problems.some(({ code }) => code === 'graph_too_large')
  if (isTooLarge || !Array.isArray(input.nodes)) return { read: null, problems }
  if (input.nodes.length === 0) {
    const what = sentence('The workflow has no nodes yet. Add at least one.')
    problems.push({ code: 'empty_graph', ...what, path: 'nodes' })
  }
  const edges: unknown[] = Array.isArray(input.edges) ? input.edges : []
  const read = readParts({ nodes: input.nodes, edges })
  const { notes, problems: ofNotes } = readNotes(input.notes)
  if (notes.length > 0) read.read.graph.notes = notes
  return { read: read.read, problems: [...problems, ...read.problems, ...ofNotes] }
}

function readParts({ nodes, edges }: { nodes: unknown[]; edges: unknown[] }): {
  read: ReadGraph
  problems: GraphProblem[]
} {
  const problems: GraphProblem[] = []
  const graph: WorkflowGraph = { nodes: [], edges: [] }
  const nodeAt: number[] = []
  const edgeAt: number[] = []
  const brokenConfigs = new Set<number>()
  const nodeIds = new Map<string, number>()
  const edgeIds = new Set<string>()

  for (const [at, input] of nodes.entries()) {
    const { node, hasBrokenConfig, problems: found } = readNode({ input, at })
    problems.push(...found)
    if (!node) continue
    const first = nodeIds.get(node.id)
    if (first === undefined) nodeIds.set(node.id, at)
    else {
      problems.push({
        code: 'duplicate_id',
        ...sentence(
          'Two nodes have the id “{{id}}” (node {{first}} and node {{second}}). Give one of them another id.',
          { id: shorten(node.id), first: `${first + 1}`, second: `${at + 1}` },
        ),
        path: `nodes[${at}].id`,
        nodeId: node.id,
      })
    }
    if (hasBrokenConfig) brokenConfigs.add(graph.nodes.length)
    nodeAt.push(at)
    graph.nodes.push(node)
  }
  for (const [at, input] of edges.entries()) {
    const { edge, hasOwnId, problems: found } = readEdge({ input, at })
    problems.push(...found)
    if (!edge) continue
    if (!edgeIds.has(edge.id)) edgeIds.add(edge.id)
    else if (hasOwnId) {
      const what = sentence('Two edges have the id “{{id}}”. Give one of them another id.', {
        id: shorten(edge.id),
      })
      const path = `edges[${at}].id`
      problems.push({ code: 'duplicate_id', ...what, path, edgeId: edge.id })
    } else {
      // Same ends and source handle, other target handle: an id of our own making must stay unique.
      edge.id = `${edge.id}#${at}`
    }
    edgeAt.push(at)
    graph.edges.push(edge)
  }
  return { read: { graph, nodeAt, edgeAt, brokenConfigs }, problems }
}

function checkList({
  value,
  key,
  limit,
}: {
  value: unknown
  key: 'nodes' | 'edges'
  limit: number
}): GraphProblem[] {
  const things = phrase(key)
  if (value === undefined || value === null) {
    const what = sentence('The graph needs a list of {{things}}; it may be empty only for edges.', {
      things,
    })
    return [{ code: 'required_field_missing', ...what, path: key }]
  }
  if (!Array.isArray(value)) {
    const what = sentence('The {{things}} of a graph must be a list.', { things })
    return [{ code: 'invalid_type', ...what, path: key }]
  }
  if (value.length <= limit) return []
  const what = sentence(
    'A workflow can have at most {{limit}} {{things}}; this one has {{count}}.',
    { limit, things, count: value.length },
  )
  return [{ code: 'graph_too_large', ...what, path: key }]
}
