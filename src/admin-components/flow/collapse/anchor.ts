import type { DrawnFlow } from './drawCollapsed.js'

interface Point {
  x: number
  y: number
}

/** The node that is drawn nearest to a point, by itself or as part of a stack. */
export function anchorOf({ flow, middle }: { flow: DrawnFlow; middle: Point }): string | undefined {
  const cards = [
    ...flow.graph.steps,
    ...flow.stacks.map(({ standsFor, position }) => ({ id: standsFor, position })),
  ]
  const distance = ({ position: { x, y } }: { position: Point }) =>
    Math.hypot(x - middle.x, y - middle.y)
  return cards.reduce<(typeof cards)[number] | undefined>(
    (best, card) => (best && distance(best) <= distance(card) ? best : card),
    undefined,
  )?.id
}

/** Where a node is drawn, or the stack that it is in. */
export function placeOf(flow: DrawnFlow, id: string): Point | undefined {
  const stack = flow.stackOf.get(id)
  const card = stack
    ? flow.stacks.find((placed) => placed.id === stack.id)
    : flow.graph.steps.find((step) => step.id === id)
  return card?.position
}
