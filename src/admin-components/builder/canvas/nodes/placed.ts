import type { CanvasNode } from './types.js'

/**
 * A card at rest stands by `left` and `top`, not by React Flow's transform: every transform is a layer that
 * the browser sorts anew on each frame, and 500 of them take longer than a frame has. In the hand it is one.
 */
export function placed<Element extends CanvasNode>(element: Element): Element {
  const { dragging, position, type } = element
  const isStep = type === 'step'
  const style = dragging
    ? undefined
    : { transform: 'none', left: position.x, top: position.y, ...(isStep && { zIndex: 'auto' }) }
  return { ...element, style }
}
