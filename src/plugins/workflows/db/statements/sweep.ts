import type { SqlExecutor } from '../executor.js'

/**
 * Takes over what dead holders left, ends executions past their limit, names reviews that are due.
 * `known` = fences of the claims this process knows of: others that carry its name are given back.
 */
export async function sweep(
  db: SqlExecutor,
  {
    owner,
    ttlMs,
    known,
    maxCrashes,
  }: { owner: string; ttlMs: number; known: number[]; maxCrashes: number },
): Promise<{ taken: number; due: { exec: string; node: string }[] }> {
  const [row] = await db.query<{
    answer: { taken: number; due: { exec: string; node: string }[] }
  }>({
    name: 'workflows_sweep',
    text: 'select payload_workflows.sweep($1::text, $2::int, $3::bigint[], $4::int) as answer',
    values: [owner, ttlMs, known, maxCrashes],
  })
  return row?.answer ?? { taken: 0, due: [] }
}
