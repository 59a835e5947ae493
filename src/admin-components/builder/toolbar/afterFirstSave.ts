import type { TestRequest } from '../testRun/session.js'

/** What was asked of a workflow that had no id yet. Its first save leads to another page, which takes it up. */
export type Asked = { kind: 'launch' } | { kind: 'test'; request: TestRequest }

let waiting: { asked: Asked; at: number } | null = null

/** Longer than a save and a change of page take; later, nobody expects it any more. */
const PATIENCE_MS = 30_000

export function askAfterFirstSave(asked: Asked): void {
  waiting = { asked, at: Date.now() }
}

export function takeAsked(): Asked | null {
  const taken = waiting && Date.now() - waiting.at < PATIENCE_MS ? waiting.asked : null
  waiting = null
  return taken
}
