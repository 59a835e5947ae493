import type { CanvasSession, Point } from '../session/session.js'

/** Id of the edge at a place of the window, or of its buttons' edge. */
export function edgeAt({ session, at }: { session: CanvasSession; at: Point }): string | null {
  const under = document.elementFromPoint(at.x, at.y)
  const tools = under?.closest<HTMLElement>('[data-edge]')
  const edge = tools?.dataset.edge ?? under?.closest<SVGElement>('.react-flow__edge')?.dataset.id
  if (edge !== undefined) return edge
  return under?.matches('.react-flow__pane') ? (session.findEdge.get()?.(at) ?? null) : null
}

export function isOverCanvas({ x, y }: Point): boolean {
  const under = document.elementFromPoint(x, y)
  return Boolean(under?.closest('.workflows-canvas') && !under.closest('.react-flow__panel'))
}
