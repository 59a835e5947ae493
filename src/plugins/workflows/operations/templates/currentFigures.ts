import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { HostId } from '../../runtime/cmsTypes.js'

import { lockTemplate } from './lockTemplate.js'

export interface TemplateFigures {
  usageCount: number
  successRate: number | null
  averageExecutionMs: number | null
}

/**
 * The engine's figures as the row has them now. Locks the row until the save commits, so that what the
 * engine adds meanwhile comes after it instead of being overwritten.
 */
export async function currentFigures({
  req,
  id,
}: {
  req: PayloadRequest
  id: HostId
}): Promise<TemplateFigures> {
  const row = await lockTemplate({
    req,
    id,
    columns: sql`usage_count, success_rate, average_execution_ms`,
  })
  return {
    usageCount: numberOr(row?.usage_count, 0),
    successRate: numberOr(row?.success_rate, null),
    averageExecutionMs: numberOr(row?.average_execution_ms, null),
  }
}

/** Postgres' `numeric` arrives as text. */
function numberOr<T>(value: unknown, absent: T): number | T {
  return value === null || value === undefined ? absent : Number(value)
}
