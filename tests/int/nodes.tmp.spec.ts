import { afterAll, beforeAll, expect, it } from 'vitest'
import { textAnswer } from '../support/fakeOpenAI.js'
import { copy, flow, node, startWorkflowSite, type WorkflowSite } from '../support/workflow.js'
let site: WorkflowSite
beforeAll(async () => { site = await startWorkflowSite({ name: 'tmp', slots: 40 }) })
afterAll(() => site.stop())
const g = flow([node('start','parallel',{maxConcurrent:3}), copy('left',{provider:'fake',quantity:6}), copy('right',{provider:'fake',quantity:6}), node('end','merge')],'start>left','start>right','left>end','right>end')
for (const round of [1,2,3]) it('should x' + round, async () => {
  site.fake.respond(() => textAnswer({ latencyMs: 30 }))
  site.fake.requests.length = 0
  const t = performance.now()
  const c0 = process.cpuUsage()
  const { id } = await site.run(g)
  const launched = performance.now() - t
  const done = await site.until(id, 'completed')
  const c = process.cpuUsage(c0)
  const base = Date.parse(done.createdAt)
  console.log(round, 'launch', Math.round(launched), 'all', Math.round(performance.now() - t), 'cpu', c.user / 1000, c.system / 1000)
  const req = site.fake.requests
  console.log(done.jobs.map((j) => `${j.nodeId}${j.index} q${Date.parse(j.queuedAt!) - base} s${Date.parse(j.startedAt!) - base} c${Date.parse(j.completedAt!) - base}`).join('\n'))
  console.log(req.map((r) => `${r.startedAt - base}-${r.finishedAt! - base}`).join(' '))
  expect(1).toBe(1)
})
