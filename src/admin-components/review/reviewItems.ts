import type { GraphEdge, JsonObject, JsonValue } from '../../plugins/workflows/graph/types.js'
import type {
  AgentJob,
  ExecutionDetail,
} from '../../plugins/workflows/operations/executions/types.js'

/** One thing a reviewer decides on. */
export interface ReviewThing {
  key: string
  /** How an answer names it. Several things of one job are decided together. */
  jobId: string
  title: string
  text: string
  /** Images have one. */
  url: string
  alt: string
  words: number | null
  /** What evaluated it, when something did. */
  score: string
  reason: string
  isText: boolean
}

/** What waits at a review node: the items of the nodes before it, in the order of the edges. */
export function reviewItems({
  detail,
  edges,
  nodeId,
}: {
  detail: ExecutionDetail
  edges: GraphEdge[]
  nodeId: string
}): ReviewThing[] {
  return sourcesOf({ detail, edges, nodeId }).flatMap((id) =>
    detail.jobs
      .filter((job) => job.nodeId === id && job.status === 'completed')
      .sort((a, b) => a.index - b.index)
      .flatMap(thingsOf),
  )
}

/** As the server walks: through conditions, which have no items, and only along what was taken. */
function sourcesOf({
  detail,
  edges,
  nodeId,
}: {
  detail: ExecutionDetail
  edges: GraphEdge[]
  nodeId: string
}): string[] {
  const nodes = new Map(detail.nodes.map((node) => [node.id, node]))
  const found: string[] = []
  const seen = new Set<string>()
  const walk = (to: string) => {
    for (const { source, sourceHandle } of edges.filter(({ target }) => target === to)) {
      const node = nodes.get(source)
      if (!node || seen.has(source) || !DECIDED.has(node.status)) continue
      if (node.branch && sourceHandle && sourceHandle !== node.branch) continue
      seen.add(source)
      if (node.type === 'conditional') walk(source)
      else if (node.type !== 'attach_to_document') found.push(source)
    }
  }
  walk(nodeId)
  return found
}

const DECIDED = new Set(['completed', 'failed', 'skipped'])

function thingsOf(job: AgentJob): ReviewThing[] {
  const { output } = job
  if (!isObject(output)) return []
  const { items } = output
  const list = Array.isArray(items) ? items.filter(isObject) : [output]
  return list.map((item, at) => thingOf({ job, item, key: `${job.id}/${at}` }))
}

function thingOf({
  job,
  item,
  key,
}: {
  job: AgentJob
  item: JsonObject
  key: string
}): ReviewThing {
  const words = Number(text(item.word_count))
  const isText = typeof item.text === 'string'
  return {
    key,
    jobId: job.id,
    title: text(item.title),
    text: text(item.text),
    url: text(item.url),
    alt: text(item.alt),
    words: words > 0 ? words : null,
    score: text(item.score),
    reason: text(item.reason),
    isText,
  }
}

const text = (value: JsonValue | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
