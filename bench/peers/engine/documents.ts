import type { EngineSite } from './site.js'

import { repeatIdle, timed, within } from '../patience.js'
import type { Run, Workload } from '../types.js'
import { listenForEnds } from './listenForEnds.js'
import { documentsGraph } from './nodes.js'

type Documents = Extract<Workload, { kind: 'documents' }>

/** The real thing: prompts rendered, answers fetched and kept in the ledger, documents and media stored. */
export async function makeDocuments({
  engine,
  workload: { copies, images, times, provider },
}: {
  engine: EngineSite
  workload: Documents
}): Promise<Run> {
  const { byEngine } = await engine.prepare(documentsGraph({ copies, images, provider }))
  const ends = await listenForEnds(engine)
  const once = () => timed(async () => within('the documents', ends.ended(await byEngine())))
  const measured = await repeatIdle(times, once).finally(() => ends.close())
  const [made] = await engine.query<{ failed: number }>(
    `select count(*)::int as failed from payload_workflows.execution where status <> 'completed'`,
  )
  if (made?.failed) throw new Error(`${made.failed} executions did not complete.`)
  return { jobs: times * (copies + images), ...measured }
}
