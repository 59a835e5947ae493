import type {
  AgentJob,
  ExecutionDetail,
} from '../../../plugins/workflows/operations/executions/types.js'
import type { FlowGraph } from '../../flow/types.js'

import { fieldOf } from '../outputFields.js'

export interface OutputCard {
  key: string
  collection: string
  id: number | string
  title: string
  text: string
  words: number | null
  /** Value of the step's "save as". */
  state: string
}

/** The documents of an execution with what their jobs know of them. */
export function outputCards({
  detail,
  graph,
}: {
  detail: ExecutionDetail
  graph: FlowGraph
}): OutputCard[] {
  const jobs = new Map<string, AgentJob>(detail.jobs.map((job) => [job.id, job]))
  const states = new Map(
    graph.steps.map(({ id, config }) => [
      id,
      typeof config.outputStatus === 'string' ? config.outputStatus : 'draft',
    ]),
  )
  return detail.outputs.documents.map(({ collection, id, title, jobId, nodeId }) => {
    const output = jobs.get(jobId)?.output ?? null
    const words = Number(fieldOf(output, 'word_count'))
    return {
      key: jobId,
      collection,
      id,
      title,
      text: fieldOf(output, 'text'),
      words: words > 0 ? words : null,
      state: states.get(nodeId) ?? 'draft',
    }
  })
}

/** Markdown signs say nothing in two lines of a card. */
export const firstLines = (text: string): string =>
  text
    .slice(0, 600)
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/[*_`]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, 240)
