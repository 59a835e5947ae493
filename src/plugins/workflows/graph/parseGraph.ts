import type { GraphProblem, WorkflowGraph } from './types.js'

import { readGraph } from './readGraph.js'

/**
 * Turns unknown JSON into a graph and says everything that is wrong with its shape. With problems,
 * `graph` holds what could still be read (so that a draft can be drawn); it is null when there is
 * nothing to draw.
 */
export function parseGraph(input: unknown): {
  graph: WorkflowGraph | null
  problems: GraphProblem[]
} {
  const { read, problems } = readGraph(input)
  return { graph: read?.graph ?? null, problems }
}
