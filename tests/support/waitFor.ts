import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Looks until `look` answers something truthy, and answers that; tests wait for what they need, never for a
 * length of time. Throws with `what` after `withinMs`.
 */
export async function waitFor<T>(
  what: string,
  look: () => T | Promise<T>,
  { withinMs = 30_000, everyMs = 25 }: { withinMs?: number; everyMs?: number } = {},
): Promise<NonNullable<T>> {
  const started = performance.now()
  for (;;) {
    const seen = await look()
    if (seen) return seen
    if (performance.now() - started > withinMs) {
      throw new Error(`Waited ${withinMs} ms in vain for ${what}.`)
    }
    await sleep(everyMs)
  }
}

/** Promises that were to be settled by a test, with their keys outside. */
export function gate(): { open: () => void; passed: Promise<void> } {
  let open = () => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, passed }
}
