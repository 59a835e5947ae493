import type { EngineSite } from './site.js'

import { setTimeout as sleep } from 'node:timers/promises'

import { repeatIdle, timed, within } from '../patience.js'
import type { Run, Workload } from '../types.js'
import { documentsGraph } from './nodes.js'

/** Hundreds of looks in half a second would be a tenth of its work, and the bare loop has none: seldom, until it is nearly done. */
const LOOK_MS = 25
const LAST_LOOKS_MS = 3
/** Of twenty; the last ones end together. */
const NEARLY = 2

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
  const untilEnded = async (id: string): Promise<void> => {
    for (;;) {
      const [seen] = await engine.query<{ ended: boolean; left: number }>(
        `select /* bench */ status in ('completed', 'failed', 'stopped') as ended, items_total - items_done as left
         from payload_workflows.execution where id = $1`,
        [id],
      )
      if (!seen || seen.ended) return
      await sleep(seen.left <= NEARLY ? LAST_LOOKS_MS : LOOK_MS)
    }
  }
  const once = () => timed(async () => within('the documents', untilEnded(await byEngine())))
  const measured = await repeatIdle(times, once)
  const [made] = await engine.query<{ failed: number }>(
    `select count(*)::int as failed from payload_workflows.execution where status <> 'completed'`,
  )
  if (made?.failed) throw new Error(`${made.failed} executions did not complete.`)
  return { jobs: times * (copies + images), ...measured }
}
