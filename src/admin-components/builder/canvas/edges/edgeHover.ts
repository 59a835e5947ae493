import type { CanvasSession } from '../session/session.js'

/** Long enough to get from the line to its buttons, which are no part of it. */
const GRACE_MS = 150

const waiting = new WeakMap<CanvasSession, ReturnType<typeof setTimeout>>()

/** The pointer is on an edge or on its buttons. */
export function keepTools(session: CanvasSession, edgeId: string): void {
  clearTimeout(waiting.get(session))
  // With something in the hand, the middle of the edge is where it is put down.
  if (!session.carried.get() && !session.connecting.get()) session.edgeTools.set(edgeId)
}

/** It left them; they go unless it comes back. */
export function leaveTools(session: CanvasSession): void {
  clearTimeout(waiting.get(session))
  waiting.set(
    session,
    setTimeout(() => session.edgeTools.set(null), GRACE_MS),
  )
}
