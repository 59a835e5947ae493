import type { JsonObject } from '../../graph/types.js'
import type { OutputItem } from '../defineNode.js'

import { summarizeItems } from '../joinItems.js'
import { countWords } from '../../runtime/context/words.js'

export type ReviewDecision = 'approve' | 'reject'

/** One item under review and the agent job that made it, which is how answers name it. */
export interface ReviewedItem {
  jobId: string
  item: OutputItem
}

/** What a person may change of an item; everything else says what exists in the CMS and stays. */
export interface ReviewEdit {
  jobId: string
  data: JsonObject
}

/**
 * What a review lets through. A rejection lets nothing through; `selected` narrows an approval to the
 * chosen items, in their old order; `edits` replace title and text.
 */
export function buildReviewOutput({
  items,
  decision,
  comment,
  selected,
  edits = [],
}: {
  items: ReviewedItem[]
  decision: ReviewDecision
  comment: string | null
  /** Absent = all. */
  selected?: string[]
  edits?: ReviewEdit[]
}): JsonObject {
  const chosen = selected && new Set(selected)
  const kept = items.filter(
    ({ jobId }) => decision === 'approve' && (chosen === undefined || chosen.has(jobId)),
  )
  const changes = new Map(edits.map(({ jobId, data }) => [jobId, data]))
  const passed = kept.map(({ jobId, item }) => edited(item, changes.get(jobId)))
  return { decision, comment: comment ?? '', ...summarizeItems(passed) }
}

function edited(item: OutputItem, data: JsonObject | undefined): OutputItem {
  if (!data) return item
  const { title, text } = data
  return {
    ...item,
    ...(typeof title === 'string' && { title }),
    ...(typeof text === 'string' && { text, word_count: countWords(text) }),
  }
}
