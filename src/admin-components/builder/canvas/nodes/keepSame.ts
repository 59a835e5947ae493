/** The old list when nothing in it changed. */
export function keepSame<Item>(before: Item[], after: Item[]): Item[] {
  return before.length === after.length && after.every((item, at) => item === before[at])
    ? before
    : after
}
