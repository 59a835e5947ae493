import type { GraphProblem } from '../../../plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'
import type { BuilderDocument } from '../store/types.js'

import { checkDefaults } from '../../../plugins/workflows/graph/checkDefaults.js'
import { sentence } from '../../../plugins/workflows/graph/sentence.js'
import { validateGraph } from '../../../plugins/workflows/graph/validateGraph.js'
import { toStored } from './documentParts.js'

/**
 * What saving may send: Payload posts a saved document once more as form state, and Next takes 1 MB
 * there (native-views.md 3.3). Seen working with 755 KB.
 */
const MAX_CHARACTERS = 700_000

/** Everything that is wrong with a document, by the code that also judges on the server. */
export function createValidator({ specs }: { specs: ReadonlyMap<string, NodeSpec> }) {
  return (document: BuilderDocument): GraphProblem[] => {
    const stored = toStored(document)
    const { inputs, problems } = validateGraph({ ...stored, specs })
    const { problems: ofDefaults } = checkDefaults({ inputs, defaultParams: stored.defaultParams })
    const size = JSON.stringify(stored).length
    if (size <= MAX_CHARACTERS) return [...problems, ...ofDefaults]
    const what = sentence(
      'This workflow has {{size}} KB. Up to {{limit}} KB can be saved for certain; above that the server may refuse it, and the work then stays in this browser only. Shorten its longest prompts, or move some steps into a second workflow.',
      { size: kilobytes(size), limit: kilobytes(MAX_CHARACTERS) },
    )
    return [...problems, ...ofDefaults, { code: 'graph_too_large', ...what, path: '' }]
  }
}

const kilobytes = (characters: number): number => Math.ceil(characters / 1000)
