import type { Claim, FinishedJob } from '../db/types.js'
import type { CompletedDocuments, MadeEffect } from '../db/statements/completeDocuments.js'
import type { ExecutionInput } from '../db/statements/readExecutionInput.js'
import type { Transaction } from '../db/withTransaction.js'
import type { NodeOutcome } from '../nodes/defineNode.js'
import type { Engine } from './engine.js'

import { setTimeout } from 'node:timers/promises'

import { databaseOf } from '../db/executor.js'
import { sqlStateOf } from '../db/sqlState.js'
import { claimEffect } from '../db/statements/claimEffect.js'
import { completeDocumentsSql, FENCED_STATE } from '../db/statements/completeDocuments.js'
import { isBackendAlive } from '../db/statements/isBackendAlive.js'
import { readJobState } from '../db/statements/readJobState.js'
import { withTransaction } from '../db/withTransaction.js'
import { isInfrastructureError } from '../db/infrastructureErrors.js'
import { createCmsWriter } from './cms/createCmsWriter.js'
import { crashPoint } from './crashPoints.js'
import { CommitUnansweredError, FencedError, TransactionLostError } from './errors.js'
import { DocumentTooSlowError, keepAlive } from './keepAlive.js'
import { createSemaphore } from './semaphore.js'

/** `max` of pg.Pool when a site names none. */
const PG_DEFAULT_POOL = 10

/** Tries when a COMMIT was not answered and the database says that it did not happen. */
const MAX_TRIES = 3

type Write = NonNullable<NodeOutcome['write']>

interface CommitArgs {
  claim: Claim
  launch: ExecutionInput
  item: FinishedJob
  write: Write
  signal: AbortSignal
}

/** Answers the claims that came with the commit. */
export type DocumentCommitter = (args: CommitArgs) => Promise<Claim[]>

/** Payload's pool must never be full of transactions that each wait for one more connection of it. */
export function createDocumentCommitter({
  engine,
  owner,
  want,
}: {
  engine: Engine
  owner: string
  /** Slots that the next claims may fill: the committed job's own, or none. */
  want: () => number
}): DocumentCommitter {
  const { max } = databaseOf(engine.payload).poolOptions
  const size = typeof max === 'number' ? max : PG_DEFAULT_POOL
  const semaphore = createSemaphore(Math.max(1, Math.floor((size - 2) / 2)))
  return (args) => semaphore(() => commitCertainly({ engine, owner, want, ...args }))
}

interface CommitCertainly extends CommitArgs {
  engine: Engine
  owner: string
  want: () => number
}

/** Document, effect row and completion in one transaction; a COMMIT that nobody answered is looked after. */
async function commitCertainly(args: CommitCertainly): Promise<Claim[]> {
  const { engine, claim } = args
  for (let attempt = 1; ; attempt += 1) {
    try {
      const claims = await commitOnce(args)
      crashPoint('after_commit')
      return claims
    } catch (error) {
      if (!(error instanceof CommitUnansweredError)) throw error
      const state = await readJobState(engine.pools.durable, { claim })
      // Its claims went with the answer; the next sweep finds that nobody knows of them.
      if (state === 'done') return []
      if (state !== 'running') throw new FencedError({ job: claim.pub })
      if (attempt === MAX_TRIES) throw error
    }
  }
}

async function commitOnce(args: CommitCertainly): Promise<Claim[]> {
  const { engine, owner, want, claim, launch, item, write, signal } = args
  // Before the transaction: a host's `memberships` takes a connection of its own.
  const { user, req } = await engine.actor(launch.launchedBy)
  const made: MadeEffect[] = []
  let pid: number | null = null
  const run = async (tx: Transaction) => {
    const cms = createCmsWriter({
      payload: engine.payload,
      tx,
      user,
      options: engine.site.options,
      effects: {
        claim: async (slot) => {
          const row = await claimEffect(tx.sql, { claim, slot })
          pid = row.pid
          crashPoint('tx_after_effect')
          const { collection, documentId, contentHash } = row
          return collection === null || documentId === null
            ? { kind: 'new' }
            : { kind: 'existing', collection, documentId, contentHash }
        },
        // Written with the completion: nothing in between reads it.
        record: async (slot, { collection, documentId, contentHash }) => {
          made.push({ slot, collection, documentId, contentHash: contentHash ?? '' })
        },
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
    const { documentSeconds: seconds } = engine.site.options.limits
    const added = await keepAlive({ tx, signal, seconds, write: () => write(cms) })
    crashPoint('tx_after_doc')
    const output = { ...(item.output as object), ...added } as FinishedJob['output']
    crashPoint('tx_before_commit')
    // Last: it takes the execution's lock, and any answer but ok rolls the document back.
    const [row] = await tx.commitWith<CompletedDocuments>(
      completeDocumentsSql({
        item: { ...item, output },
        effects: made,
        owner,
        want: want(),
        bells: engine.bells(),
      }),
    )
    return row?.claims ?? []
  }
  try {
    return await withTransaction({ payload: engine.payload, req }, run)
  } catch (error) {
    if (sqlStateOf(error) === FENCED_STATE) throw new FencedError({ job: claim.pub })
    const isKnown =
      error instanceof FencedError ||
      error instanceof DocumentTooSlowError ||
      isInfrastructureError(error)
    if (!isKnown) await requireConnection({ engine, pid })
    throw error
  }
}

/**
 * Payload's field validation swallows the error of a lost connection and says that a relation is not allowed:
 * where the connection is gone, whatever was said is the database's trouble, not the document's.
 */
async function requireConnection({
  engine,
  pid,
}: {
  engine: Engine
  pid: number | null
}): Promise<void> {
  if (pid === null) return
  // The server tells before it ends: give it a moment.
  for (const delayMs of [0, 250]) {
    await setTimeout(delayMs)
    if (await isBackendAlive(engine.pools.durable, { pid })) continue
    throw new TransactionLostError({ reason: 'its connection was cut' })
  }
}
