import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { HostId } from '../../runtime/cmsTypes.js'

import { tableNamesOf } from '../../db/tableNames.js'
import { sessionOfRequest } from '../attachments/requestSession.js'

/** Locks a template's row for the rest of the request's transaction; undefined when it is gone. */
export async function lockTemplate({
  req,
  id,
  columns = sql`id`,
}: {
  req: PayloadRequest
  id: HostId
  columns?: ReturnType<typeof sql>
}): Promise<Record<string, unknown> | undefined> {
  const session = await sessionOfRequest(req)
  const table = sql.raw(tableNamesOf(req.payload).templates)
  const { rows } = await session.execute(
    sql`select ${columns} from ${table} where id = ${id} for update`,
  )
  return rows[0]
}
