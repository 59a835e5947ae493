import pg from 'pg'

import type { EngineSite } from './site.js'

const CHANNEL = 'bench_ended'

/**
 * Hears of the end of each execution in the moment it is committed, from the table itself: looking for it costs the
 * machine as much as a statement of the engine, and comes late.
 */
export async function listenForEnds(
  engine: EngineSite,
): Promise<{ ended: (id: string) => Promise<void>; close: () => Promise<void> }> {
  const heard = new Set<string>()
  const waiting = new Map<string, () => void>()
  const listener = new pg.Client({
    connectionString: engine.databaseUri,
    application_name: 'bench',
  })
  listener.on('notification', ({ payload = '' }) => {
    heard.add(payload)
    waiting.get(payload)?.()
  })
  await listener.connect()
  await listener.query(`listen ${CHANNEL}`)
  await listener.query(`create or replace function bench_tell_end() returns trigger language plpgsql as $$
    begin perform pg_notify('${CHANNEL}', new.id::text); return null; end $$`)
  await listener.query(`create trigger bench_end after update of status on payload_workflows.execution for each row
    when (old.status <> new.status and new.status in ('completed', 'failed', 'stopped')) execute function bench_tell_end()`)
  return {
    ended: (id) =>
      new Promise((resolve) => {
        if (heard.has(id)) resolve()
        else waiting.set(id, resolve)
      }),
    close: async () => {
      // What tells makes each commit wait for the ones before it: not while something else is measured.
      await listener.query('drop function bench_tell_end cascade')
      await listener.end()
    },
  }
}
