import type { Pool, PoolClient } from 'pg'

import type { Claim, FinishedJob, FinishResult } from '../../../src/plugins/workflows/db/types.js'

import { poolExecutor } from '../../../src/plugins/workflows/db/executor.js'
import { claimJobs } from '../../../src/plugins/workflows/db/statements/claimJobs.js'
import { completeJobs } from '../../../src/plugins/workflows/db/statements/completeJobs.js'
import { heartbeat } from '../../../src/plugins/workflows/db/statements/heartbeat.js'
import { sweep } from '../../../src/plugins/workflows/db/statements/sweep.js'

/** A worker that exists in the database only: a test decides in which order it says what. */
export interface SqlWorker {
  id: string
  claim: (limit?: number) => Promise<Claim[]>
  /** Says that jobs are done, as the owner it is or as somebody else. */
  complete: (
    claims: Claim[],
    options?: { as?: string; want?: number; ok?: boolean },
  ) => Promise<{ results: FinishResult[]; claims: Claim[] }>
  beat: () => Promise<void>
  /** Takes over what silent workers hold. */
  sweep: (known?: Claim[]) => Promise<number>
}

const LEASE_MS = 1_000

export function sqlWorker(connection: Pool | PoolClient, id: string): SqlWorker {
  const db = poolExecutor(connection)
  return {
    id,
    claim: (limit = 1) => claimJobs(db, { owner: id, limit }),
    complete: (claims, { as = id, want = 0, ok = true } = {}) =>
      completeJobs(db, {
        items: claims.map((claim) => finished(claim, { owner: as, ok })),
        owner: as,
        want,
        bells: 0,
      }),
    beat: async () => {
      const worker = { id, slots: 1, host: 'test', pid: 0, poolId: null, held: [] }
      await heartbeat(db, { ...worker, ttlMs: LEASE_MS })
    },
    sweep: async (known = []) => {
      const fences = known.map(({ fence }) => fence)
      return (await sweep(db, { owner: id, ttlMs: LEASE_MS, known: fences, maxCrashes: 3 })).taken
    },
  }
}

/** The lease of a worker runs out at once, whatever it holds; without an id, those of all. */
export async function silence(connection: Pool, id: string | null = null): Promise<void> {
  await connection.query(
    `update payload_workflows.worker set beat_at = beat_at - interval '1 hour'
     where $1::text is null or id = $1`,
    [id],
  )
  await connection.query(
    `update payload_workflows.job set claimed_at = claimed_at - interval '1 hour'
     where owner is not null and ($1::text is null or owner = $1)`,
    [id],
  )
}

function finished(
  { exec, node, idx, fence }: Claim,
  { owner, ok }: { owner: string; ok: boolean },
): FinishedJob {
  return {
    exec,
    node,
    idx,
    fence,
    owner,
    ok,
    output: { text: `by ${owner}` },
    error: ok ? null : { code: 'test', message: 'Failed on purpose.' },
    branch: null,
    items: 1,
    tokensIn: 0,
    tokensOut: 0,
    cost: 0,
    model: null,
  }
}
