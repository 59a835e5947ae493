/** Unsigned 32-bit hash of a text (FNV-1a with a final mix). Same text, same number, on every machine. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Random numbers that a seed decides. */
export interface Random {
  /** At least `from`, below `to`. */
  between: (from: number, to: number) => number
  /** Whole number, at least `from`, at most `to`. */
  whole: (from: number, to: number) => number
  pick: <Item>(items: readonly [Item, ...Item[]]) => Item
  chance: (probability: number) => boolean
}

/** mulberry32: small, fast, good enough for pictures and words. */
export function createRandom(seed: string): Random {
  let state = hashText(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    between: (from, to) => from + next() * (to - from),
    whole,
    pick: (items) => items[whole(0, items.length - 1)] ?? items[0],
    chance: (probability) => next() < probability,
  }
}

/** Item `position` of a list that goes round, also for negative positions. */
export function cycle<Item>(items: readonly [Item, ...Item[]], position: number): Item {
  const { length } = items
  return items[((position % length) + length) % length] ?? items[0]
}
