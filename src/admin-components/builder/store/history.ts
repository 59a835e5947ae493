import type { BuilderDocument, Selection } from './types.js'

/** What one step of undo brings back. Snapshots share all that did not change: a step costs little. */
export interface Step {
  document: BuilderDocument
  selection: Selection
}

/** Undo and redo without a limit. Edits of one gesture are one step. */
export function createHistory() {
  let past: Step[] = []
  let future: Step[] = []
  let openGesture: string | null = null

  return {
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
    record: ({ before, gesture }: { before: Step; gesture?: string | undefined }) => {
      const isSameGesture = gesture !== undefined && gesture === openGesture && past.length > 0
      if (!isSameGesture) past.push(before)
      openGesture = gesture ?? null
      future = []
    },
    endGesture: () => {
      openGesture = null
    },
    undo: (now: Step): Step | undefined => {
      openGesture = null
      const step = past.pop()
      if (step) future.push(now)
      return step
    },
    redo: (now: Step): Step | undefined => {
      openGesture = null
      const step = future.pop()
      if (step) past.push(now)
      return step
    },
    forget: () => {
      past = []
      future = []
      openGesture = null
    },
  }
}
