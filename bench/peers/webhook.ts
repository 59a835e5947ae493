import { repeatIdle, timed } from './patience.js'
import { type Peer, PeerAbsentError, type Run, type Workload } from './types.js'

/**
 * A flow engine that runs as a server of its own (n8n, Directus): a webhook that answers when a flow of 10 nodes
 * that do nothing has run. Making such a flow is the reader's part; without its address the peer is skipped.
 */
export function createWebhook({ name, variable }: { name: string; variable: string }): Peer {
  const url = process.env[variable]
  const call = async (): Promise<void> => {
    const response = await fetch(url ?? '', { method: 'POST' })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${name} answered ${response.status}.`)
  }

  return {
    setUp: async () => {
      if (url) return call()
      throw new PeerAbsentError(
        `${name} is skipped: set ${variable} to a webhook on this machine that answers after a flow of 10 no-op nodes.`,
      )
    },
    run: async (workload: Workload): Promise<Run> => {
      if (workload.kind === 'chain' && workload.length === 10) {
        const measured = await repeatIdle(workload.launches, () => timed(call))
        return { jobs: workload.launches * 10, ...measured }
      }
      if (workload.kind === 'chains' && workload.length === 10) {
        const { executions } = workload
        const ms = await timed(() => Promise.all(Array.from({ length: executions }, call)))
        return { jobs: executions * 10, ms, samples: [ms] }
      }
      throw new Error(`${name} is measured with flows of 10 nodes only.`)
    },
    tearDown: async () => undefined,
  }
}
