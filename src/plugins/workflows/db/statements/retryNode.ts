import type { TemplateInput, WorkflowGraph } from '../../graph/types.js'
import type { SqlExecutor } from '../executor.js'
import type { ControlResult } from '../types.js'

/** Another config of the failed node; its plan is stored already. */
export interface ChangeOfNode {
  /** Plan that the new one was made from. */
  from: string
  plan: string
  /** Names of the settings that differ. */
  keys: string[]
  snapshot: { name: string; graph: WorkflowGraph; inputs: TemplateInput[] }
}

/** Runs the failed jobs of a node again, and what follows. */
export async function retryNode(
  db: SqlExecutor,
  {
    id,
    node,
    by,
    bells,
    change,
  }: { id: string; node: string; by: string; bells: number; change?: ChangeOfNode | undefined },
): Promise<ControlResult & { changed?: boolean }> {
  const [row] = await db.query<{ answer: ControlResult & { changed?: boolean } }>({
    name: 'workflows_retry',
    text: 'select payload_workflows.retry($1::uuid, $2::text, $3::text, $4::int, $5::jsonb) as answer',
    values: [id, node, by, bells, change ? JSON.stringify(change) : null],
  })
  return row?.answer ?? { ok: false, status: null }
}
