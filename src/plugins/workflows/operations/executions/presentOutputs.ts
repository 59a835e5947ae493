import type { JsonObject, JsonValue } from '../../graph/types.js'
import type { AgentJob, ExecutionDetail } from './types.js'

type Outputs = ExecutionDetail['outputs']

/** Documents and media that generating jobs made; what passes through a review or merge is not made twice. */
export function presentOutputs(
  jobs: AgentJob[],
  /** Thrown away since: no output any more. */
  discarded: readonly { nodeId: string; id: string }[] = [],
): Outputs {
  const outputs: Outputs = { documents: [], media: [] }
  const gone = new Set(discarded.map(({ nodeId: made, id }) => `${made}/${id}`))
  const seen = new Set<string>()
  const isNew = (key: string) => !seen.has(key) && seen.add(key)
  for (const job of jobs) {
    if (job.status !== 'completed' || !isObject(job.output)) continue
    const { id: jobId, nodeId, output } = job
    const { document_id: document, media_id: media, collection, title, url, alt } = output
    if (gone.has(`${nodeId}/${String(media ?? document)}`)) continue
    // An image's item names the copy it illustrates; that document is its own job's output.
    if (isId(document) && !isId(media) && isNew(`${text(collection)}/${document}`)) {
      outputs.documents.push({
        collection: text(collection),
        id: document,
        title: text(title),
        jobId,
        nodeId,
      })
    }
    if (isId(media) && isNew(`media/${media}`)) {
      outputs.media.push({ id: media, url: text(url), alt: text(alt), jobId, nodeId })
    }
  }
  return { ...outputs, documents: withEditedTitles(outputs.documents, jobs) }
}

/** A reviewer may have given a document another title; the review's output has it. */
function withEditedTitles(documents: Outputs['documents'], jobs: AgentJob[]): Outputs['documents'] {
  const titles = new Map<string, string>()
  for (const { jobType, output } of jobs) {
    if (jobType !== 'review' || !isObject(output) || !Array.isArray(output.items)) continue
    for (const item of output.items) {
      if (isObject(item) && isId(item.document_id) && typeof item.title === 'string') {
        titles.set(`${text(item.collection)}/${item.document_id}`, item.title)
      }
    }
  }
  return documents.map((document) => ({
    ...document,
    title: titles.get(`${document.collection}/${document.id}`) ?? document.title,
  }))
}

const text = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '')

const isId = (value: JsonValue | undefined): value is number | string =>
  typeof value === 'number' || (typeof value === 'string' && value !== '')

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
