import type { PayloadRequest } from 'payload'

import type { HostId } from '../../runtime/cmsTypes.js'
import type { ExecutionDetail } from './types.js'

import { markDiscarded } from '../../db/statements/markDiscarded.js'
import { readEffects, type MadeRow } from '../../db/statements/readEffects.js'
import { getEngine } from '../../runtime/engine.js'
import { ConflictError } from '../../runtime/errors.js'
import { slugs } from '../../slugs.js'
import { discardItem, type KeptReason } from './discardItem.js'
import { findExecution } from './findExecution.js'
import { showExecution } from './readExecution.js'

export interface DiscardedItem {
  collection: string
  id: HostId
  nodeId: string
}

export interface DiscardAnswer {
  execution: ExecutionDetail
  /** Gone now, or found gone. */
  removed: DiscardedItem[]
  kept: (DiscardedItem & { code: KeptReason | 'pinned'; message: string })[]
}

const ENDED = ['completed', 'failed', 'stopped']

/**
 * Throws away what a test run made, with the rights of whoever asks: each document and image by itself, those
 * that cannot go are named with the reason. Only what this execution made itself: pinned outputs belong to
 * another one. Asked again, it tries what is left.
 * @throws ConflictError `not_a_test`, or `illegal_transition` while it may still make something
 */
export async function discardExecution({
  req,
  id,
  keepNodes = [],
}: {
  req: PayloadRequest
  id: unknown
  /** Nodes whose outputs are pinned: what they made stays. */
  keepNodes?: string[]
}): Promise<DiscardAnswer> {
  const { id: exec } = await findExecution({ req, id, role: 'editor' })
  const engine = getEngine(req.payload)
  const before = await showExecution({ req, exec })
  if (!before.test) {
    throw new ConflictError({
      code: 'not_a_test',
      message: 'Only what a test run made can be thrown away. This was a real run.',
      data: { status: before.status },
    })
  }
  if (!ENDED.includes(before.status)) {
    throw new ConflictError({
      code: 'illegal_transition',
      message: 'The test is still running. Stop it first, then throw away what it made.',
      data: { status: before.status, allowed: before.allowed },
    })
  }
  const made = await readEffects(engine.pools.durable, {
    exec,
    // Rows that say what is attached to what go with either of the two.
    except: [slugs.attachments],
  })
  const removed: DiscardedItem[] = []
  const kept: DiscardAnswer['kept'] = []
  const gone: MadeRow[] = []
  for (const row of inOrder(made, engine.site.options.media.collection)) {
    const item = { collection: row.collection, id: row.doc_id, nodeId: row.node }
    const reason = keepNodes.includes(row.node)
      ? { code: 'pinned' as const, message: 'The step that made it is pinned.' }
      : await discardItem({ req, collection: row.collection, id: row.doc_id })
    if (reason) kept.push({ ...item, ...reason })
    else {
      removed.push(item)
      gone.push(row)
    }
  }
  await markDiscarded(engine.pools.durable, { exec, gone })
  return { execution: await showExecution({ req, exec }), removed, kept }
}

/** Images last: the documents they are attached to are gone by then. */
const inOrder = (rows: MadeRow[], media: string): MadeRow[] => [
  ...rows.filter(({ collection }) => collection !== media),
  ...rows.filter(({ collection }) => collection === media),
]
