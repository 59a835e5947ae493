import type { Claim, FinishedJob } from '../db/types.js'
import type { ExecutionInput } from '../db/statements/readExecutionInput.js'
import type { NodeOutcome } from '../nodes/defineNode.js'
import type { Engine } from './engine.js'

import { setTimeout } from 'node:timers/promises'

import { createLocalReq } from 'payload'

import { membershipsFor } from '../access/memberships.js'
import { sql } from '@payloadcms/db-postgres'
import { databaseOf } from '../db/executor.js'
import { claimEffect } from '../db/statements/claimEffect.js'
import { completeJobs } from '../db/statements/completeJobs.js'
import { isBackendAlive } from '../db/statements/isBackendAlive.js'
import { readJobState } from '../db/statements/readJobState.js'
import { recordEffect } from '../db/statements/recordEffect.js'
import { withTransaction } from '../db/withTransaction.js'
import { loadActingUser } from './actingUser.js'
import { isInfrastructureError } from './classifyFailure.js'
import { createCmsWriter } from './cms/createCmsWriter.js'
import { crashPoint } from './crashPoints.js'
import { FencedError, TransactionLostError } from './errors.js'
import { createSemaphore } from './semaphore.js'

/**
 * A frozen worker inside the transaction holds row locks; the server breaks them after this, so that a takeover
 * stays under 10 s. Resizing an upload keeps the session idle for a second or two at most.
 */
const IDLE_LIMIT = sql`select pg_backend_pid() as pid, set_config('idle_in_transaction_session_timeout', '8s', true), set_config('lock_timeout', '5s', true), set_config('statement_timeout', '30s', true)`

/** `max` of pg.Pool when a site names none. */
const PG_DEFAULT_POOL = 10

/** Tries when COMMIT reported success but the database says otherwise. */
const MAX_TRIES = 3

type Write = NonNullable<NodeOutcome['write']>

/** Payload's pool must never be full of transactions that each wait for one more connection of it. */
export function createDocumentCommitter({
  engine,
  owner,
}: {
  engine: Engine
  owner: string
}): (args: {
  claim: Claim
  launch: ExecutionInput
  item: FinishedJob
  write: Write
}) => Promise<void> {
  const { max } = databaseOf(engine.payload).poolOptions
  const size = typeof max === 'number' ? max : PG_DEFAULT_POOL
  const semaphore = createSemaphore(Math.max(1, Math.floor((size - 2) / 2)))
  return (args) => semaphore(() => commitVerified({ engine, owner, ...args }))
}

interface CommitArgs {
  engine: Engine
  owner: string
  claim: Claim
  launch: ExecutionInput
  item: FinishedJob
  write: Write
}

/** Document, effect row and completion in one transaction, then a look from another connection whether it is there. */
async function commitVerified(args: CommitArgs): Promise<void> {
  const { engine, claim } = args
  for (let attempt = 1; attempt <= MAX_TRIES; attempt += 1) {
    await commitOnce(args)
    crashPoint('after_commit')
    // Payload's commit reports success even when COMMIT failed (engine-protocol P2): look before believing.
    const state = await readJobState(engine.pools.durable, { claim })
    crashPoint('after_verify')
    if (state === 'done') return
    if (state !== 'running') throw new FencedError({ job: claim.pub })
  }
  throw new TransactionLostError({ reason: 'COMMIT answered, but nothing was stored' })
}

async function commitOnce({
  engine,
  owner,
  claim,
  launch,
  item,
  write,
}: CommitArgs): Promise<void> {
  const { payload, site } = engine
  const user = await loadActingUser({ payload, site, id: launch.launchedBy })
  const req = await createLocalReq({ user }, payload)
  // Before the transaction: a host's `memberships` takes a connection of its own.
  await membershipsFor({ req })
  let pid: unknown
  await withTransaction({ payload, req }, async (tx) => {
    const limited = await tx.execute(IDLE_LIMIT)
    pid = limited.rows[0]?.pid
    const cms = createCmsWriter({
      payload,
      tx,
      user,
      options: site.options,
      effects: {
        claim: async (slot) => {
          const row = await claimEffect(tx.sql, { claim, slot })
          crashPoint('tx_after_effect')
          return row.inserted || row.collection === null || row.doc_id === null
            ? { kind: 'new' }
            : {
                kind: 'existing',
                collection: row.collection,
                documentId: row.doc_id,
                contentHash: row.content_hash,
              }
        },
        record: (slot, { collection, documentId, contentHash }) =>
          recordEffect(tx.sql, {
            claim,
            slot,
            collection,
            documentId,
            contentHash: contentHash ?? '',
          }),
      },
      job: {
        executionId: claim.exec,
        nodeId: claim.node,
        index: claim.idx,
        jobId: claim.pub,
        workspace: launch.workspace,
        project: launch.project,
        test: launch.test,
      },
    })
    const added = await write(cms)
    crashPoint('tx_after_doc')
    const output = { ...(item.output as object), ...added } as FinishedJob['output']
    // Last: it takes the execution's lock, and any answer but ok rolls the document back.
    const { results } = await completeJobs(tx.sql, {
      items: [{ ...item, output }],
      owner,
      // Claims in this answer would count only after COMMIT; the slot asks for its next job by itself.
      want: 0,
      bells: engine.bells(),
    })
    if (results[0] !== 'ok' && results[0] !== 'dup') throw new FencedError({ job: claim.pub })
    crashPoint('tx_before_commit')
  }).catch(async (error: unknown) => {
    const isKnown = error instanceof FencedError || isInfrastructureError(error)
    if (!isKnown) await requireConnection({ engine, pid })
    throw error
  })
}

/**
 * Payload's field validation swallows the error of a lost connection and says that a relation is not allowed:
 * where the connection is gone, whatever was said is the database's trouble, not the document's.
 */
async function requireConnection({ engine, pid }: { engine: Engine; pid: unknown }): Promise<void> {
  if (typeof pid !== 'number') return
  // The server tells before it ends: give it a moment.
  for (const delayMs of [0, 250]) {
    await setTimeout(delayMs)
    if (await isBackendAlive(engine.pools.durable, { pid })) continue
    throw new TransactionLostError({ reason: 'its connection was cut' })
  }
}
