import type { GraphProblem } from '../../../plugins/workflows/graph/types.js'
import type { BuilderHandle } from '../context.js'

import { cutGraph } from '../../../plugins/workflows/graph/cutGraph.js'
import { validateGraph } from '../../../plugins/workflows/graph/validateGraph.js'

/** What keeps the part that is to be tested from running; problems elsewhere do not matter. */
export function testProblems({
  handle: { store, specs },
  upTo,
}: {
  handle: Pick<BuilderHandle, 'specs' | 'store'>
  upTo: string | null
}): GraphProblem[] {
  const { document, problems } = store.getState()
  if (upTo === null) return problems
  const graph = cutGraph({ graph: document.graph, upTo })
  return validateGraph({ graph, inputs: document.inputs, specs }).problems
}
