import type { AdminBench } from './types.js'

import { copy, flow } from '../../tests/support/workflow.js'
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
  await page.locator('.react-flow__node').first().waitFor()
  await startFrames(page)
  await site.until(id, ({ progress }) => progress.completedNodes > WIDTH * DEPTH * 0.6)
  const frames = await readFrames(page)
  await site.post('editor', `/workflows/executions/${id}/stop`)
  await page.context().close()
  return { nodes: nodes.length, frameMs: frames }
}
