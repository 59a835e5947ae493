import type { SqlExecutor } from '../executor.js'

export interface HeldClaim {
  exec: string
  node: string
  idx: number
  fence: number
}

/** One sign of life for all a process holds. `lost`: claims that are no longer its own. */
export async function heartbeat(
  db: SqlExecutor,
  beat: {
    id: string
    slots: number
    host: string
    pid: number
    poolId: string | null
    held: HeldClaim[]
    ttlMs: number
  },
): Promise<{ lost: HeldClaim[]; otherSlots: number }> {
  const [row] = await db.query<{ answer: { lost: HeldClaim[]; otherSlots: number } }>({
    name: 'workflows_heartbeat',
    text: 'select payload_workflows.heartbeat($1::text, $2::int, $3::text, $4::int, $5::text, $6::jsonb, $7::int) as answer',
    values: [
      beat.id,
      beat.slots,
      beat.host,
      beat.pid,
      beat.poolId,
      JSON.stringify(beat.held),
      beat.ttlMs,
    ],
  })
  return row?.answer ?? { lost: [], otherSlots: 0 }
}
