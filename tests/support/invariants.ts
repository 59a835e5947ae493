import pg from 'pg'

import type { DoctorTables } from '../../src/plugins/workflows/db/doctor/types.js'

import { faultsOf, runDoctor } from '../../src/plugins/workflows/db/doctor/runDoctor.js'
import type { RecordedRequest } from './fakeOpenAI.js'

/** The demo site's tables as the doctor wants them: a test knows the URI of its database, not its config. */
const TABLES: DoctorTables = {
  executions: 'public.workflow_executions',
  agentJobs: 'public.agent_jobs',
  templates: 'public.workflow_templates',
  attachments: 'public.document_attachments',
  media: { slug: 'media', table: 'public.media' },
  made: [
    { slug: 'documents', table: 'public.documents' },
    { slug: 'media', table: 'public.media' },
  ],
}

/** People write documents too, so no site can be asked this; in these tests nobody does. */
const NOBODY_ELSE_WRITES = `
  with made as (
    select 'documents' as collection, id::text as id from documents
    union all select 'media', id::text from media),
  written as (
    select collection, doc_id as id from payload_workflows.effect where collection in ('documents', 'media'))
  select coalesce(m.collection, w.collection) as collection, m.id as document, w.id as effect
  from made m full join written w using (collection, id) where m.id is null or w.id is null`

/**
 * Everything that is out of order, in words; `[]` = all is well: the doctor's rules, which hold at any moment when
 * no statement is under way (engine-protocol.md 4.11), and what only a test can know. `requests` is the provider's log: an answer
 * that is in the ledger must never have been asked for again. `except` = rules that a test breaks on purpose.
 * `onItsWayMs`: a request that the ledger allowed that shortly before may be overtaken by somebody else's answer.
 */
export async function checkInvariants(
  uri: string,
  {
    requests = [],
    except = [],
    onItsWayMs = 0,
  }: { requests?: RecordedRequest[]; except?: string[]; onItsWayMs?: number } = {},
): Promise<string[]> {
  const client = new pg.Client({ connectionString: uri, application_name: 'invariants' })
  // Of a connection that is cut, the query that is under way tells.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const findings = faultsOf(await runDoctor(client, TABLES)).filter(
      ({ rule }) => !except.includes(rule),
    )
    const broken = findings.flatMap(({ title, rows }) =>
      rows.map((row) => `${title}: ${JSON.stringify(row)}`),
    )
    const { rows: strays } = await client.query(NOBODY_ELSE_WRITES)
    broken.push(...strays.map((row) => `document without its effect: ${JSON.stringify(row)}`))
    broken.push(...(await paidTwice({ client, requests, onItsWayMs })))
    return broken
  } finally {
    await client.end()
  }
}

interface CallRow {
  key: string
  starts: number
  /** When the ledger last said that the provider may be asked. */
  started_at: Date
  finished_at: Date
}

/** Compares the call ledger with what the provider saw. */
async function paidTwice({
  client,
  requests,
  onItsWayMs,
}: {
  client: pg.Client
  requests: RecordedRequest[]
  onItsWayMs: number
}): Promise<string[]> {
  if (requests.length === 0) return []
  const { rows } = await client.query<CallRow>(
    `select key, starts, started_at, finished_at from payload_workflows.call where state = 'succeeded'`,
  )
  const byKey = new Map<string | null, RecordedRequest[]>()
  for (const request of requests) {
    const { idempotencyKey } = request
    byKey.set(idempotencyKey, [...(byKey.get(idempotencyKey) ?? []), request])
  }
  return rows.flatMap(({ key, starts, started_at, finished_at }) => {
    const asked = byKey.get(key) ?? []
    // An overtaken worker's answer may be stored while the next one's request, allowed before, is on its way.
    const late = asked.filter(
      ({ startedAt }) =>
        startedAt > finished_at.getTime() &&
        (onItsWayMs === 0 || startedAt > started_at.getTime() + onItsWayMs),
    )
    const at = late.map(({ startedAt }) => new Date(startedAt).toISOString()).join(', ')
    const since = finished_at.toISOString()
    return [
      ...(late.length > 0
        ? [`asked again at ${at} for an answer that was stored at ${since}: ${key}`]
        : []),
      ...(asked.length > starts ? [`${asked.length} requests of ${starts} starts: ${key}`] : []),
      ...(asked.some(({ status }) => status === 200) ? [] : [`answer out of nowhere: ${key}`]),
    ]
  })
}
