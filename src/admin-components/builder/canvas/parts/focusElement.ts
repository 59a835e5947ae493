/** A node off the picture is drawn in the frames after the canvas has moved to it. */
const PATIENCE_FRAMES = 30

/** Gives the keyboard to a card, a note or an edge, as soon as it is drawn. */
export function focusElement(elementId: string, left = PATIENCE_FRAMES): void {
  const element = document.querySelector<HTMLElement>(
    `.workflows-canvas [data-id="${CSS.escape(elementId)}"]`,
  )
  if (element) element.focus({ preventScroll: true })
  else if (left > 0) requestAnimationFrame(() => focusElement(elementId, left - 1))
}
