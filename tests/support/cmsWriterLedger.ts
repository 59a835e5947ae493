import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'

import type { Transaction } from '../../src/plugins/workflows/db/withTransaction.js'
import type { EffectLedger } from '../../src/plugins/workflows/runtime/cms/effectLedger.js'

export const createLedgerTable = async (payload: Payload): Promise<void> => {
  await payload.db.drizzle.execute(sql`create schema ledger`)
  await payload.db.drizzle.execute(
    sql`create table ledger.effect (job text, slot text, collection text, doc_id text, hash text, primary key (job, slot))`,
  )
}

/** The engine's ledger in small: same rules, a table of its own. */
export function createTestLedger({
  tx,
  job,
  trace,
}: {
  tx: Transaction
  job: string
  /** Receives every call in order. */
  trace: string[]
}): EffectLedger {
  return {
    claim: async (slot) => {
      trace.push(`claim ${slot}`)
      const { rows } = await tx.execute(
        sql`insert into ledger.effect (job, slot) values (${job}, ${slot}) on conflict (job, slot) do update set slot = excluded.slot returning *`,
      )
      const { collection, doc_id, hash } = rows[0] as Record<string, string | null>
      return collection === null || doc_id === null
        ? { kind: 'new' }
        : {
            kind: 'existing',
            collection: collection ?? '',
            documentId: doc_id ?? '',
            contentHash: hash ?? null,
          }
    },
    record: async (slot, { collection, documentId, contentHash }) => {
      trace.push(`record ${slot}`)
      await tx.execute(
        sql`update ledger.effect set collection = ${collection}, doc_id = ${documentId}, hash = ${contentHash} where job = ${job} and slot = ${slot}`,
      )
    },
  }
}
