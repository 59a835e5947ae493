import type { AgentJob } from '../../../../client/types.js'
import type { JsonObject, JsonValue } from '../../../../plugins/workflows/graph/types.js'

/** What each node of a run put out, as prompts and conditions see it (runtime/nodeOutputs.ts). */
export function runOutputs(jobs: readonly AgentJob[]): Map<string, JsonObject> {
  const byNode = new Map<string, AgentJob[]>()
  for (const job of jobs) byNode.set(job.nodeId, [...(byNode.get(job.nodeId) ?? []), job])
  return new Map(
    [...byNode].flatMap(([nodeId, own]): [string, JsonObject][] => {
      const ordered = own.toSorted((a, b) => a.index - b.index)
      const outputs = ordered.flatMap(({ status, output }) =>
        status === 'completed' && isObject(output) ? [output] : [],
      )
      const [only] = outputs
      if (!only) return []
      const makesItems = /^generate_(copy|image)$/.test(ordered[0]?.jobType ?? '')
      return [[nodeId, makesItems || own.length > 1 ? joined(outputs) : only]]
    }),
  )
}

function joined(items: JsonObject[]): JsonObject {
  const texts = items.flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
  const words = items.reduce((sum, item) => sum + Number(item.word_count ?? 0), 0)
  const text: JsonObject = texts.length > 0 ? { text: texts.join('\n\n'), word_count: words } : {}
  return { ...text, count: items.length, items }
}

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
