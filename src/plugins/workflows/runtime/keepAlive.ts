import type { Transaction } from '../db/withTransaction.js'

import { PermanentNodeError } from './errors.js'

/** A third of what `claim_effect` has the server wait for a word: one may be late. */
const EVERY_MS = 2_500

/** The write was given up: its connection is gone, and that is no trouble of the database. */
export class DocumentTooSlowError extends PermanentNodeError {
  constructor(seconds: number) {
    super({
      code: 'document_too_slow',
      message: `Storing what this step made took longer than ${seconds} s. Hooks or uploads of this site are slow: try again, or raise limits.documentSeconds.`,
    })
  }
}

/**
 * Runs `write` and lets the server hear of its transaction meanwhile. The server ends one of which it has heard nothing
 * for 8 s, since a frozen worker may hold its locks; hooks and uploads that take longer are no frozen worker.
 * Nothing is said once `signal` is aborted (others wait for the locks) or after `seconds`.
 * @throws DocumentTooSlowError when that was too long.
 */
export async function keepAlive<T>({
  tx,
  signal,
  seconds,
  write,
}: {
  tx: Pick<Transaction, 'isOpen' | 'sql'>
  signal: AbortSignal
  seconds: number
  write: () => Promise<T>
}): Promise<T> {
  const endsAt = performance.now() + seconds * 1_000
  let isOver = false
  let saying: Promise<unknown> | null = null
  const timer = setInterval(() => {
    isOver = performance.now() >= endsAt
    if (isOver || signal.aborted || saying || !tx.isOpen()) return
    saying = sayWord(tx)
      // Whatever it is, the write hears of it too.
      .catch(() => undefined)
      .finally(() => (saying = null))
  }, EVERY_MS)
  try {
    const written = await write()
    // A hook that is the last one hears nothing of it.
    if (isOver) await sayWord(tx)
    return written
  } catch (error) {
    if (!isOver || signal.aborted) throw error
    throw new DocumentTooSlowError(seconds)
  } finally {
    clearInterval(timer)
    await saying
  }
}

function sayWord({ sql }: Pick<Transaction, 'sql'>): Promise<unknown> {
  return sql.query({ name: 'workflows_keep_alive', text: 'select 1', values: [] })
}
