import type { PayloadRequest, Where } from 'payload'

import { listReviews } from './listReviews.js'

/** Filters above the list of executions; the address carries one as `?saved=`. */
export const SAVED_FILTERS = ['running', 'waiting', 'failed', 'mine'] as const

export type SavedFilter = (typeof SAVED_FILTERS)[number]

/** More than one page of the list shows. */
const MOST_WAITING = 100

export function readSavedFilter(value: unknown): SavedFilter | null {
  return SAVED_FILTERS.find((filter) => filter === value) ?? null
}

/** What a saved filter means for this user. */
export async function savedFilterWhere({
  req,
  filter,
}: {
  req: PayloadRequest
  filter: SavedFilter
}): Promise<Where> {
  switch (filter) {
    case 'running':
      return { status: { in: ['pending', 'running'] } }
    case 'failed':
      return { status: { equals: 'failed' } }
    case 'mine':
      return { launchedBy: { equals: req.user?.id ?? '' } }
    case 'waiting': {
      // Who may answer is told by plans, not by columns of the executions.
      const { docs } = await listReviews({ req, filters: { limit: MOST_WAITING, page: 1 } })
      return { id: { in: [...new Set(docs.map(({ executionId }) => executionId)), ''] } }
    }
  }
}
