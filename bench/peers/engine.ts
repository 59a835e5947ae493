import { performance } from 'node:perf_hooks'

import type { Peer, PeerSite, Run, Workload } from './types.js'

import { makeDocuments } from './engine/documents.js'
import { measureMemory } from './engine/memory.js'
import { chainGraph, fanGraph } from './engine/nodes.js'
import { measureQueries } from './engine/queries.js'
import { type EngineSite, startEngineSite } from './engine/site.js'
import { measureSoak } from './engine/soak.js'
import { storeFinished } from './engine/storeFinished.js'
import { repeatIdle, timed, within } from './patience.js'

/**
 * This engine, everything on: outputs, progress, events, live updates, the collections' rows, leases. Its
 * connections: 4 for completions, 2 for claims, 1 for beats, 4 of graphile-worker, and Payload's pool of 20, which
 * steps that make no documents leave alone. Something has ended when its last completion is on disk.
 */
export function createEngine(site: PeerSite): Peer {
  let engine: EngineSite

  async function measure(workload: Workload): Promise<Run> {
    switch (workload.kind) {
      case 'chains': {
        const { executions, length, byApi } = workload
        const launcher = await engine.prepare(chainGraph(length))
        const launch = byApi ? launcher.byApi : launcher.byEngine
        const done = engine.steps.reach(executions * length)
        let launchedMs = 0
        const ms = await timed(async () => {
          const start = performance.now()
          const ids = await Promise.all(Array.from({ length: executions }, launch))
          launchedMs = performance.now() - start
          await within('the last step', done)
          await engine.untilEnded(ids)
        })
        return { jobs: executions * length, ms, samples: [ms], details: { launchedMs } }
      }
      case 'chain': {
        const { launches, length } = workload
        const { byEngine } = await engine.prepare(chainGraph(length))
        const once = () =>
          timed(async () => {
            const done = engine.steps.reach(length)
            const id = await byEngine()
            await within('the last step', done)
            await engine.untilEnded([id])
          })
        return { jobs: launches * length, ...(await repeatIdle(launches, once)) }
      }
      case 'start': {
        const launcher = await engine.prepare(chainGraph(1))
        const launch = workload.byApi ? launcher.byApi : launcher.byEngine
        const once = async () => {
          const begun = engine.steps.reach(1).then(() => performance.now())
          const start = performance.now()
          const id = await launch()
          const ms = (await within('the first step', begun)) - start
          await engine.untilEnded([id])
          return ms
        }
        return { jobs: workload.launches, ...(await repeatIdle(workload.launches, once)) }
      }
      case 'fan': {
        const { width, sleepMs, times } = workload
        const { byEngine } = await engine.prepare(fanGraph(width, sleepMs))
        const once = () =>
          timed(async () => {
            const done = engine.steps.reach(width + 2)
            const id = await byEngine()
            await within('the last step', done)
            await engine.untilEnded([id])
          })
        return { jobs: times * (width + 2), ...(await repeatIdle(times, once)) }
      }
      case 'documents':
        return makeDocuments({ engine, workload })
      case 'memory':
        return measureMemory({ engine, workload })
      case 'soak':
        return measureSoak({ engine, workload })
      case 'queries':
        return measureQueries({ engine, workload })
    }
  }

  return {
    setUp: async () => {
      engine = await startEngineSite(site)
      if (site.stored) await storeFinished({ engine, executions: site.stored })
      await engine.work(10)
    },
    run: async (workload) => {
      // `memory` has a worker process of its own, `queries` none.
      const isElsewhere = workload.kind === 'memory' || workload.kind === 'queries'
      await engine.work(isElsewhere ? 0 : workload.concurrency)
      return measure(workload)
    },
    tearDown: () => engine.close(),
  }
}
