/** Which cards are drawn in full. Each card listens for itself alone, so that one more costs one render. */
export interface Detail {
  has: (id: string) => boolean
  set: (id: string, isFull: boolean) => void
  subscribe: (id: string, listener: () => void) => () => void
  clear: () => void
}

export function createDetail(): Detail {
  const full = new Set<string>()
  const listeners = new Map<string, Set<() => void>>()
  return {
    has: (id) => full.has(id),
    set: (id, isFull) => {
      if (isFull) full.add(id)
      else full.delete(id)
      for (const listener of listeners.get(id) ?? []) listener()
    },
    subscribe: (id, listener) => {
      const own = listeners.get(id) ?? new Set()
      listeners.set(id, own.add(listener))
      return () => {
        own.delete(listener)
        if (own.size === 0 && listeners.get(id) === own) listeners.delete(id)
      }
    },
    // When the canvas goes: nobody is there to be told.
    clear: () => full.clear(),
  }
}
