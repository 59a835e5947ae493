import type { GraphProblem, WorkflowGraph } from './types.js'

import { isDeeperThan, isRecord } from './json.js'
import { MAX_EDGES, MAX_JSON_DEPTH, MAX_NODES } from './limits.js'
import { readEdge } from './readEdge.js'
import { readNode } from './readNode.js'
import { readNotes } from './readNotes.js'
import { quote } from './wording.js'

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
    const message = 'The graph must be an object with nodes and edges.'
    return { read: null, problems: [{ code: 'invalid_type', message, path: '' }] }
  }
  const problems = [
    ...checkList({ value: input.nodes, key: 'nodes', limit: MAX_NODES }),
    ...checkList({ value: input.edges, key: 'edges', limit: MAX_EDGES }),
  ]
  if (isDeeperThan({ value: input, depth: MAX_JSON_DEPTH })) {
    const message = `The graph is nested more than ${MAX_JSON_DEPTH} levels deep.`
    problems.push({ code: 'graph_too_large', message, path: '' })
  }
  const isTooLarge = problems.some(({ code }) => code === 'graph_too_large')
  if (isTooLarge || !Array.isArray(input.nodes)) return { read: null, problems }
  if (input.nodes.length === 0) {
    const message = 'The workflow has no nodes yet. Add at least one.'
    problems.push({ code: 'empty_graph', message, path: 'nodes' })
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
      const message = `Two nodes have the id ${quote(node.id)} (node ${first + 1} and node ${at + 1}). Give one of them another id.`
      problems.push({
        code: 'duplicate_id',
        message,
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
      const message = `Two edges have the id ${quote(edge.id)}. Give one of them another id.`
      const path = `edges[${at}].id`
      problems.push({ code: 'duplicate_id', message, path, edgeId: edge.id })
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
  if (value === undefined || value === null) {
    const message = `The graph needs a list of ${key}; it may be empty only for edges.`
    return [{ code: 'required_field_missing', message, path: key }]
  }
  if (!Array.isArray(value)) {
    return [{ code: 'invalid_type', message: `The ${key} of a graph must be a list.`, path: key }]
  }
  if (value.length <= limit) return []
  const message = `A workflow can have at most ${limit.toLocaleString('en-US')} ${key}; this one has ${value.length.toLocaleString('en-US')}.`
  return [{ code: 'graph_too_large', message, path: key }]
}
