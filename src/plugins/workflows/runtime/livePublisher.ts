import type { Payload } from 'payload'

import type { SqlExecutor } from '../db/executor.js'

/**
 * Tells web processes that something changed. One NOTIFY for all executions of this process every few
 * milliseconds, never one a job: a transaction with NOTIFY takes a lock of the whole cluster at commit.
 */
export interface LivePublisher {
  /** There are new event rows. */
  touched: (exec: string) => void
  /** Claims have no event row; they are told here and are part of every snapshot. */
  started: (job: { exec: string; node: string; idx: number; id: string }) => void
  /** Text as the model writes it. Lost tokens are not repeated: the finished text is what counts. */
  token: (token: { exec: string; node: string; idx: number; text: string }) => void
  flush: () => Promise<void>
}

export interface LiveMessage {
  touched?: string[]
  started?: { exec: string; node: string; idx: number; id: string }[]
  tokens?: { exec: string; node: string; idx: number; text: string }[]
}

/** Below what an eye notices, above the cost of a commit. */
const FLUSH_MS = 40
/** News that a row tells anyway: the monitor's eye does not miss a tenth of a second. */
const NEWS_MS = 100
/** Postgres takes less than 8,000 bytes a NOTIFY; JSON escapes and UTF-8 can triple a character. */
const MAX_CHARACTERS = 2_000

export function createLivePublisher({
  db,
  logger,
}: {
  db: SqlExecutor
  logger: Payload['logger']
}): LivePublisher {
  let touched = new Set<string>()
  let started: NonNullable<LiveMessage['started']> = []
  let tokens = new Map<string, NonNullable<LiveMessage['tokens']>[number]>()
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()

  const send = async () => {
    timer = null
    const messages = pack({
      touched: [...touched],
      started,
      tokens: [...tokens.values()],
    })
    touched = new Set()
    started = []
    tokens = new Map()
    for (const message of messages) {
      try {
        await db.query({
          name: 'workflows_notify_live',
          text: `select pg_notify('payload_workflows_live', $1)`,
          values: [JSON.stringify(message)],
        })
      } catch (error) {
        // Only the live view waits for this, and it looks by itself every second.
        logger.debug({ err: error, msg: 'workflows: live update not sent' })
      }
    }
  }
  const schedule = (ms: number) => {
    timer ??= setTimeout(() => {
      running = running.then(send)
    }, ms)
  }
  return {
    touched: (exec) => {
      touched.add(exec)
      schedule(NEWS_MS)
    },
    started: (job) => {
      started.push(job)
      schedule(NEWS_MS)
    },
    token: (token) => {
      const key = `${token.exec}:${token.node}:${token.idx}`
      const known = tokens.get(key)
      if (known) known.text += token.text
      else tokens.set(key, { ...token })
      schedule(FLUSH_MS)
    },
    flush: async () => {
      if (timer) clearTimeout(timer)
      running = running.then(send)
      await running
    },
  }
}

/** Splits one flush into messages that fit. */
export function pack({ touched, started, tokens }: Required<LiveMessage>): LiveMessage[] {
  const messages: LiveMessage[] = []
  for (let at = 0; at < Math.max(touched.length, started.length); at += 20) {
    messages.push({ touched: touched.slice(at, at + 20), started: started.slice(at, at + 20) })
  }
  for (const token of tokens) {
    const characters = [...token.text]
    for (let at = 0; at < characters.length; at += MAX_CHARACTERS) {
      const text = characters.slice(at, at + MAX_CHARACTERS).join('')
      const last = messages.at(-1)
      const room = MAX_CHARACTERS - JSON.stringify(last?.tokens ?? '').length
      if (last?.tokens && text.length < room) last.tokens.push({ ...token, text })
      else messages.push({ tokens: [{ ...token, text }] })
    }
  }
  return messages
}
