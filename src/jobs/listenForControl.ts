import type { Client } from 'pg'

import type { Engine } from '../plugins/workflows/runtime/engine.js'

import { setTimeout } from 'node:timers/promises'

/**
 * Hears of stops at once, so that open calls to providers are cut while they cost money. When it misses one,
 * the next heartbeat tells.
 */
export function listenForControl({
  engine,
  onStop,
}: {
  engine: Engine
  onStop: (exec: string) => void
}): { stop: () => Promise<void> } {
  let client: Client | null = null
  let stopped = false

  const listen = async () => {
    while (!stopped) {
      try {
        const connected = await engine.pools.connectListener()
        // Asked to end meanwhile, when there was nothing to end yet.
        if (stopped) return await connected.end()
        client = connected
        connected.on('notification', ({ payload }) => {
          const exec = readExec(payload)
          if (exec) onStop(exec)
        })
        await connected.query('listen payload_workflows_control')
        await new Promise<void>((resolve) => connected.on('end', () => resolve()))
      } catch (error) {
        engine.payload.logger.debug({ err: error, msg: 'workflows: control listener lost' })
      }
      if (!stopped) await setTimeout(500)
    }
  }
  const listening = listen()
  return {
    stop: async () => {
      stopped = true
      await client?.end().catch(() => undefined)
      await listening
    },
  }
}

function readExec(payload: string | undefined): string | null {
  if (!payload) return null
  const message: unknown = JSON.parse(payload)
  return typeof message === 'object' && message !== null && 'exec' in message
    ? String(message.exec)
    : null
}
