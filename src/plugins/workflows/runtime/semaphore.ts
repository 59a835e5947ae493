/** Lets `limit` callers in at once; the rest wait in order. */
export function createSemaphore(limit: number): <T>(run: () => Promise<T>) => Promise<T> {
  let free = limit
  const waiting: (() => void)[] = []
  return async (run) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await run()
    } finally {
      const next = waiting.shift()
      // The place is handed over, never given back in between: nobody can slip in.
      if (next) next()
      else free += 1
    }
  }
}
