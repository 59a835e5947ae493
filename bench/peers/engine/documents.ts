import type { EngineSite } from './site.js'

import { repeatIdle, timed } from '../patience.js'
import type { Run, Workload } from '../types.js'
import { documentsGraph } from './nodes.js'

/** Hundreds of looks in half a second would be a tenth of its work, and the bare loop has none. Twenty cost it a hundredth. */
const LOOK_MS = 20

type Documents = Extract<Workload, { kind: 'documents' }>

/** The real thing: prompts rendered, HTTP calls made and kept in the ledger, documents and media stored. */
export async function makeDocuments({
  engine,
  workload: { copies, images, times },
}: {
  engine: EngineSite
  workload: Documents
}): Promise<Run> {
  const { byEngine } = await engine.prepare(documentsGraph(copies, images))
  const once = () => timed(async () => engine.untilEnded([await byEngine()], LOOK_MS))
  const measured = await repeatIdle(times, once)
  const [made] = await engine.query<{ failed: number }>(
    `select count(*)::int as failed from payload_workflows.execution where status <> 'completed'`,
  )
  if (made?.failed) throw new Error(`${made.failed} executions did not complete.`)
  return { jobs: times * (copies + images), ...measured }
}
