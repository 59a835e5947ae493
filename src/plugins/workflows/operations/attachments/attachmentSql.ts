import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { HostId } from '../../runtime/cmsTypes.js'

import { databaseOf } from '../../db/executor.js'
import { tableNamesOf } from '../../db/tableNames.js'

type SQL = ReturnType<typeof sql>

/** Where a statement runs; always inside somebody's transaction. */
export interface AttachmentSession {
  payload: Payload
  execute: (query: SQL) => Promise<{ rows: Record<string, unknown>[] }>
}

/** The document whose images are meant. */
export interface DocumentKey {
  collection: string
  id: HostId
}

export interface AttachmentRow {
  id: HostId
  imageId: HostId
  isPrimary: boolean
  caption: string | null
  /** The execution and node that attached it; null when a person did. */
  execution: string | null
  nodeId: string | null
}

const attachmentsTable = (payload: Payload) => sql.raw(tableNamesOf(payload).attachments)

const ofDocument = ({ collection, id }: DocumentKey) =>
  sql`document_collection = ${collection} and document_id = ${String(id)}`

/** One change of a document's images at a time, over all processes, until the transaction ends. */
export async function lockDocument(
  { execute }: AttachmentSession,
  { collection, id }: DocumentKey,
): Promise<void> {
  const key = `${collection}:${id}`
  await execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
}

/**
 * Locks media rows: `share` keeps them from being deleted while they are attached, `update` keeps
 * them from being attached while they are deleted. Always before `lockDocument`: one order, no deadlock.
 */
export async function lockImages(
  { payload, execute }: AttachmentSession,
  { collection, ids, mode }: { collection: string; ids: HostId[]; mode: 'share' | 'update' },
): Promise<{ gone: boolean }> {
  const table = hostTable(payload, collection)
  if (!table || ids.length === 0) return { gone: false }
  const lock = sql.raw(mode === 'share' ? 'for key share' : 'for update')
  const { rows } = await execute(
    sql`select id from ${table} where id in (${list(ids)}) order by id ${lock}`,
  )
  return { gone: rows.length < ids.length }
}

/** In the order people see. */
export async function rowsOfDocument(
  { payload, execute }: AttachmentSession,
  document: DocumentKey,
): Promise<AttachmentRow[]> {
  const { rows } = await execute(sql`
    select id, image_id, is_primary, caption, execution, node_id from ${attachmentsTable(payload)}
     where ${ofDocument(document)} and image_id is not null
     order by "order", created_at, id`)
  return rows.map((row) => ({
    id: row.id as HostId,
    imageId: row.image_id as HostId,
    isPrimary: row.is_primary === true,
    caption: textOf(row.caption),
    execution: textOf(row.execution),
    nodeId: textOf(row.node_id),
  }))
}

export async function documentsOfImage(
  { payload, execute }: AttachmentSession,
  image: HostId,
): Promise<DocumentKey[]> {
  const { rows } = await execute(sql`
    select document_collection, document_id from ${attachmentsTable(payload)}
     where image_id = ${image} order by document_collection, document_id`)
  return rows.map((row) => ({
    collection: String(row.document_collection),
    id: String(row.document_id),
  }))
}

/** Two statements in this order: the index allows one primary at any moment, not only at the end. */
export async function makePrimary(
  { payload, execute }: AttachmentSession,
  document: DocumentKey,
  attachment: HostId,
): Promise<void> {
  const table = attachmentsTable(payload)
  await execute(sql`
    update ${table} set is_primary = false, updated_at = now()
     where ${ofDocument(document)} and is_primary and id <> ${attachment}`)
  await execute(sql`
    update ${table} set is_primary = true, updated_at = now()
     where ${ofDocument(document)} and id = ${attachment} and is_primary is not true`)
}

export async function captionImage(
  { payload, execute }: AttachmentSession,
  { attachment, caption }: { attachment: HostId; caption: string | null },
): Promise<void> {
  await execute(sql`
    update ${attachmentsTable(payload)} set caption = ${caption}, updated_at = now()
     where id = ${attachment} and caption is distinct from ${caption}`)
}

/**
 * Leaves a document's rows as they must be: no row without an image, order 0..n-1 with `first` in
 * front, one primary if there is any image. Every change ends with it.
 */
export async function settle(
  session: AttachmentSession,
  document: DocumentKey,
  { first = [] }: { first?: HostId[] } = {},
): Promise<void> {
  const { execute, payload } = session
  const table = attachmentsTable(payload)
  await execute(sql`delete from ${table} where ${ofDocument(document)} and image_id is null`)
  const front =
    first.length > 0
      ? sql`array_position(array[${list(first.map(String))}]::text[], image_id::text)`
      : sql`null::int`
  await execute(sql`
    update ${table} as target set "order" = ranked.position, updated_at = now()
      from (
        select id, row_number() over (order by ${front} nulls last, "order", created_at, id) - 1 as position
          from ${table} where ${ofDocument(document)}
      ) as ranked
     where target.id = ranked.id and target."order" is distinct from ranked.position`)
  const rows = await rowsOfDocument(session, document)
  const next = rows[0]
  if (next && !rows.some(({ isPrimary }) => isPrimary))
    await makePrimary(session, document, next.id)
}

export async function removeImageEverywhere(
  { payload, execute }: AttachmentSession,
  image: HostId,
): Promise<void> {
  await execute(sql`delete from ${attachmentsTable(payload)} where image_id = ${image}`)
}

export async function removeAllOfDocument(
  { payload, execute }: AttachmentSession,
  document: DocumentKey,
): Promise<void> {
  await execute(sql`delete from ${attachmentsTable(payload)} where ${ofDocument(document)}`)
}

/** Whether any image of the document is filed under another workspace than this. */
export async function isFiledElsewhere(
  { payload, execute }: AttachmentSession,
  document: DocumentKey,
  workspace: HostId | null,
): Promise<boolean> {
  const { rows } = await execute(sql`
    select 1 from ${attachmentsTable(payload)}
     where ${ofDocument(document)} and workspace_id is distinct from ${workspace} limit 1`)
  return rows.length > 0
}

export async function moveToWorkspace(
  { payload, execute }: AttachmentSession,
  document: DocumentKey,
  workspace: HostId | null,
): Promise<void> {
  await execute(sql`
    update ${attachmentsTable(payload)} set workspace_id = ${workspace}, updated_at = now()
     where ${ofDocument(document)} and workspace_id is distinct from ${workspace}`)
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const list = (values: HostId[]): SQL =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )

/** Payload keys its tables by the slug in snake case; null = not found, then there is nothing to lock. */
function hostTable(payload: Payload, collection: string): SQL | null {
  const database = databaseOf(payload)
  const snake = collection
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase()
  const name = database.tableNameMap.get(snake)
  if (!name) return null
  return database.schemaName
    ? sql`${sql.identifier(database.schemaName)}.${sql.identifier(name)}`
    : sql`${sql.identifier(name)}`
}
