import type { Point } from '../session/session.js'

/** Id of the edge at a place of the window, or of its buttons' edge. */
export function edgeAt({ x, y }: Point): string | null {
  const under = document.elementFromPoint(x, y)
  const tools = under?.closest<HTMLElement>('[data-edge]')
  return tools?.dataset.edge ?? under?.closest<SVGElement>('.react-flow__edge')?.dataset.id ?? null
}

export function isOverCanvas({ x, y }: Point): boolean {
  const under = document.elementFromPoint(x, y)
  return Boolean(under?.closest('.workflows-canvas') && !under.closest('.react-flow__panel'))
}
