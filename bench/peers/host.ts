/** The process of one peer: does what the bench asks by messages, and nothing by itself. */
import { pathToFileURL } from 'node:url'

import { type Peer, PeerAbsentError, type PeerName, type PeerSite, type Workload } from './types.js'

export type Request =
  | { call: 'setUp'; name: PeerName; site: PeerSite }
  | { call: 'run'; workload: Workload }
  | { call: 'tearDown' }
export type Answer =
  { ok: true; value: unknown } | { ok: false; absent: boolean; message: string; stack?: string }

/** Only the peer that is asked for is loaded: its memory and its start are its own. */
async function create(name: PeerName, site: PeerSite): Promise<Peer> {
  switch (name) {
    case 'engine':
      return (await import('./engine.js')).createEngine(site)
    case 'bareLoop':
      return (await import('./bareLoop.js')).createBareLoop(site)
    case 'graphileWorker':
      return (await import('./graphileWorker.js')).createGraphileWorker(site)
    case 'payloadJobs':
      return (await import('./payloadJobs.js')).createPayloadJobs(site)
    case 'dbos':
      return (await import('./dbos.js')).createDbos(site)
    case 'n8n':
      return (await import('./webhook.js')).createWebhook({
        name: 'n8n',
        variable: 'BENCH_N8N_URL',
      })
    case 'directus':
      return (await import('./webhook.js')).createWebhook({
        name: 'Directus',
        variable: 'BENCH_DIRECTUS_URL',
      })
  }
}

let peer: Peer | null = null

async function answer(request: Request): Promise<unknown> {
  if (request.call === 'setUp') {
    peer = await create(request.name, request.site)
    return peer.setUp()
  }
  if (!peer) throw new Error('The peer was not set up.')
  return request.call === 'run' ? peer.run(request.workload) : peer.tearDown()
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  // The bench is gone, however it went.
  process.once('disconnect', () => process.exit(1))
  process.on('message', (request: Request) => {
    answer(request).then(
      (value) => process.send?.({ ok: true, value: value ?? null } satisfies Answer),
      (error: unknown) => {
        const { message, stack } = error instanceof Error ? error : new Error(String(error))
        const absent = error instanceof PeerAbsentError
        process.send?.({ ok: false, absent, message, stack } satisfies Answer)
      },
    )
  })
}
