import type { Id } from '../../../client/types.js'
import type { BuilderDocument, BuilderState } from '../store/types.js'

import { hasSameContent } from './documentParts.js'

/** What an unsaved sitting left behind when its page was taken away. */
interface Left {
  templateId: Id
  document: BuilderDocument
  selection: BuilderState['selection']
  /** What the server had then. */
  saved: BuilderDocument
  at: number
}

/** Payload makes the whole page anew at a take-over, within a second; who comes later is asked first. */
const SAME_SITTING_MS = 3_000

let left: Left | null = null

export function leaveSitting(args: Omit<Left, 'at'> | null): void {
  left = args && { ...args, at: Date.now() }
}

/** The work that was left a moment ago, when it still fits what the server has. It is given once. */
export function resumeSitting({
  templateId,
  saved,
}: {
  templateId: Id | undefined
  saved: BuilderDocument
}): Left | null {
  const found = left
  left = null
  if (!found || found.templateId !== templateId) return null
  const isFresh = Date.now() - found.at < SAME_SITTING_MS
  return isFresh && hasSameContent(found.saved, saved) ? found : null
}
