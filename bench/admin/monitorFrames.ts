import type { AdminBench } from './types.js'

import { copy, flow } from '../../tests/support/workflow.js'
import { traceFrames } from './frameCpu.js'
import { readFrames, startFrames } from './frames.js'
import { openPage } from './types.js'

const WIDTH = 20
const DEPTH = 10

/** Frames of a monitor of 200 nodes while its events arrive, ms. 16.7 is a screen's own pace. */
export async function measureMonitorFrames(bench: AdminBench) {
  const { site } = bench
  const rows = Array.from({ length: WIDTH }, (_, row) =>
    Array.from({ length: DEPTH }, (__, step) => `r${row}_s${step}`),
  )
  const nodes = rows.flatMap((row, y) =>
    row.map((id, x) => ({ ...copy(id), position: { x: x * 300, y: y * 110 } })),
  )
  const edges = rows.flatMap((row) => row.slice(1).map((id, index) => `${row[index]}>${id}`))
  const template = await site.template(flow(nodes, ...edges))
  const { id } = await site.launch(template)
  const page = await openPage(bench, `/admin/collections/workflow-executions/${id}`)
  // Tests do without; people see everything move.
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.locator('.react-flow__node').first().waitFor()
  await startFrames(page)
  const endTrace = await traceFrames(bench.browser.browser, page)
  // Asking the server would be work beside that of the page.
  await completed(bench, id, WIDTH * DEPTH * 0.6)
  const frameMs = await readFrames(page)
  const cpuMs = await endTrace()
  await site.post('editor', `/workflows/executions/${id}/stop`)
  await page.context().close()
  return { nodes: nodes.length, frameMs, cpuMs }
}

/** Looks twice a second how many events of completed nodes are stored. */
async function completed({ site }: AdminBench, id: string, wanted: number): Promise<void> {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline;) {
    const { rows } = await site.sql.query<{ count: string }>(
      `select count(*) from payload_workflows.event e, jsonb_array_elements(e.data) d
        where e.exec = $1 and d ->> 't' = 'node' and d ->> 'status' = 'completed'`,
      [id],
    )
    if (Number(rows[0]?.count) > wanted) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('The execution of the bench did not get that far.')
}
