const last = new Map<string, Promise<unknown>>()

/**
 * Queues work on the same key within this process. The database's lock alone would be enough for the
 * truth, but whoever waits for it holds a connection; waiting here costs none.
 */
export async function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(key) ?? Promise.resolve()
  const mine = before.then(work, work)
  const settled = mine.catch(() => undefined)
  last.set(key, settled)
  try {
    return await mine
  } finally {
    if (last.get(key) === settled) last.delete(key)
  }
}
