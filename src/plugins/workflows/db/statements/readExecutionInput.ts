import type { JsonObject } from '../../graph/types.js'
import type { SqlExecutor } from '../executor.js'
import type { TableNames } from '../tableNames.js'

export interface ExecutionInput {
  params: JsonObject
  templateName: string
  contextDocuments: { mode: 'all' | 'selected' | 'none'; ids: (string | number)[] }
  referenceFiles: (string | number)[]
  workspace: string | null
  project: string | null
  launchedBy: string
  test: boolean
  rev: number
}

/** A column of `x`, a row of the executions collection; null where the site has none for the field. */
export function executionColumn(columns: ReadonlyMap<string, string>, field: string): string {
  const name = columns.get(field)
  return name ? `x."${name}"` : 'null'
}

/** What a launch was given, as one JSON value of `x`, a row of the executions collection, and `e`, the engine's. */
export function executionInputSql(columns: ReadonlyMap<string, string>): string {
  const column = (field: string) => executionColumn(columns, field)
  return `jsonb_build_object('params', ${column('params')}, 'templateName', ${column('templateName')},
    'contextDocuments', coalesce(${column('contextDocuments')}, '{"mode":"none","ids":[]}'),
    'referenceFiles', coalesce(${column('referenceFiles')}, '[]'),
    'workspace', (${column('workspace')})::text, 'project', (${column('project')})::text,
    'launchedBy', (${column('launchedBy')})::text, 'test', e.test, 'rev', e.input_rev)`
}

/** What a launch was given. Read once an execution, process and adjustment. */
export async function readExecutionInput(
  db: SqlExecutor,
  { tables, exec }: { tables: TableNames; exec: string },
): Promise<ExecutionInput | null> {
  const [row] = await db.query<{ input: ExecutionInput }>({
    name: 'workflows_read_input',
    text: `select ${executionInputSql(tables.executionColumns)} as input
           from payload_workflows.execution e join ${tables.executions} x on x.id = e.id::text where e.id = $1::uuid`,
    values: [exec],
  })
  return row?.input ?? null
}
