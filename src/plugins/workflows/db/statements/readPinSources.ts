import type { SqlExecutor } from '../executor.js'

export interface PinSourceRow {
  exec: string
  node: string
  template: string | null
  test: boolean
  /** Null: the execution never came to that node. */
  state: string | null
  /** Finished jobs, whose outputs can be taken over. */
  jobs: number
  /** One of the documents or images that the node made was thrown away. */
  discarded: boolean
}

/** What there is to pin, one row for each pair of execution and node whose execution exists. */
export async function readPinSources(
  db: SqlExecutor,
  { pins }: { pins: { exec: string; node: string }[] },
): Promise<PinSourceRow[]> {
  return db.query<PinSourceRow>({
    name: 'workflows_read_pin_sources',
    text: `select p.exec, p.node, e.template, e.test, r.state,
             (select count(*)::int from payload_workflows.job j
               where j.exec = e.id and j.node = p.node and j.state = 'done') as jobs,
             exists (select 1 from payload_workflows.effect f
               where f.exec = e.id and f.node = p.node and f.discarded_at is not null) as discarded
           from jsonb_to_recordset($1::jsonb) as p (exec text, node text)
           join payload_workflows.execution e on e.id = p.exec::uuid
           left join payload_workflows.node_run r on r.exec = e.id and r.node = p.node`,
    values: [JSON.stringify(pins)],
  })
}
