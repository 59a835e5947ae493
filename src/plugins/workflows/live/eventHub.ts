import type { Client } from 'pg'

import type { Engine } from '../runtime/engine.js'
import type { LiveMessage } from '../runtime/livePublisher.js'

import { setTimeout as sleep } from 'node:timers/promises'

/** What a stream hears: look for new events, a job began, text arrived. */
export interface LiveListener {
  touched: () => void
  started: (job: NonNullable<LiveMessage['started']>[number]) => void
  token: (token: NonNullable<LiveMessage['tokens']>[number]) => void
}

/** One LISTEN connection a process, however many tabs watch. */
export interface EventHub {
  subscribe: (exec: string, listener: LiveListener) => () => void
}

const hubs = new WeakMap<Engine, EventHub>()

export function eventHubOf(engine: Engine): EventHub {
  let hub = hubs.get(engine)
  if (!hub) {
    hub = createEventHub(engine)
    hubs.set(engine, hub)
  }
  return hub
}

function createEventHub(engine: Engine): EventHub {
  const listeners = new Map<string, Set<LiveListener>>()
  let listening = false

  const tell = (exec: string, run: (listener: LiveListener) => void) => {
    listeners.get(exec)?.forEach(run)
  }
  const hear = (payload: string | undefined) => {
    // Only our own publisher writes to this channel.
    const message = JSON.parse(payload ?? '{}') as LiveMessage
    for (const exec of message.touched ?? []) tell(exec, (listener) => listener.touched())
    for (const job of message.started ?? []) tell(job.exec, (listener) => listener.started(job))
    for (const token of message.tokens ?? []) tell(token.exec, (listener) => listener.token(token))
  }

  /** Connected while anybody watches; comes back by itself. What was missed is in the event rows. */
  const listen = async () => {
    if (listening) return
    listening = true
    while (listeners.size > 0) {
      let client: Client | null = null
      try {
        client = await engine.pools.connectListener()
        client.on('notification', ({ payload }) => hear(payload))
        await client.query('listen payload_workflows_live')
        for (const own of listeners.values()) own.forEach((listener) => listener.touched())
        await untilIdleOrEnd(client)
      } catch (error) {
        engine.payload.logger.debug({ err: error, msg: 'workflows: live listener lost' })
        await sleep(1_000)
      } finally {
        await client?.end().catch(() => undefined)
      }
    }
    listening = false
  }

  /** The last stream may close and another open a moment later: keep the connection for a while. */
  const untilIdleOrEnd = async (client: Client) => {
    let ended = false
    client.on('end', () => {
      ended = true
    })
    for (let idle = 0; !ended && idle < 30; idle = listeners.size > 0 ? 0 : idle + 1) {
      await sleep(1_000)
    }
  }

  return {
    subscribe: (exec, listener) => {
      const own = listeners.get(exec) ?? new Set()
      listeners.set(exec, own.add(listener))
      void listen()
      return () => {
        own.delete(listener)
        if (own.size === 0) listeners.delete(exec)
      }
    },
  }
}
