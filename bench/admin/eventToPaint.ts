import type { AdminBench } from './types.js'

import { copy, flow } from '../../tests/support/workflow.js'
import { spread } from '../engine/figures.js'
import { openPage } from './types.js'

const EXECUTIONS = 20
const NODES = 30

/** Notes when a node was first painted as completed, in ms of the wall clock. */
const watchNodes = () => {
  const seen: Record<string, number> = {}
  Object.assign(window, { workflowsSeen: seen })
  const look = () => {
    for (const card of document.querySelectorAll('.workflows-node--completed')) {
      const id = card.closest('.react-flow__node')?.getAttribute('data-id')
      if (!id || id in seen) continue
      seen[id] = 0
      requestAnimationFrame(() => (seen[id] = performance.timeOrigin + performance.now()))
    }
  }
  new MutationObserver(look).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['class'],
  })
}

/** From a node's completion in the database to its colour on the screen, ms, while 20 executions run. */
export async function measureEventToPaint(bench: AdminBench) {
  const { site } = bench
  const ids = Array.from({ length: NODES }, (_, index) => `step_${index}`)
  const edges = ids.slice(1).map((id, index) => `${ids[index]}>${id}`)
  const template = await site.template(
    flow(
      ids.map((id) => copy(id)),
      ...edges,
    ),
  )
  const page = await openPage(bench, '/admin')
  const launched = []
  for (let index = 0; index < EXECUTIONS; index++) launched.push(await site.launch(template))
  const watched = launched.at(-1)
  if (!watched) throw new Error('Nothing was launched.')
  await page.goto(`${bench.url}/admin/collections/workflow-executions/${watched.id}`)
  await page.evaluate(watchNodes)
  await page.waitForFunction(
    (count) => document.querySelectorAll('.workflows-node--completed').length >= count,
    NODES,
    { timeout: 300_000 },
  )
  const seen = await page.evaluate(
    () => (window as unknown as { workflowsSeen: Record<string, number> }).workflowsSeen,
  )
  await page.context().close()
  const { rows } = await site.sql.query<{ node: string; at: number }>(
    `select d ->> 'node' as node, extract(epoch from e.at) * 1000 as at
       from payload_workflows.event e, jsonb_array_elements(e.data) d
      where e.exec = $1 and d ->> 't' = 'node' and d ->> 'status' = 'completed'`,
    [watched.id],
  )
  const began = Math.min(...Object.values(seen))
  // Nodes that were complete when the page opened say nothing about events.
  const taken = rows.flatMap(({ node, at }) =>
    (seen[node] ?? 0) > began + 50 ? [(seen[node] ?? 0) - Number(at)] : [],
  )
  return { executions: EXECUTIONS, ms: spread(taken) }
}
