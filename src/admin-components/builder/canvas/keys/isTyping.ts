/** Whether a key belongs to a field: no shortcut fires then. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return Boolean(
    target.closest('input, textarea, select, [contenteditable=""], [contenteditable="true"]'),
  )
}

/** Whether something lies over the canvas and has the keys: a dialog, a popover, a menu. */
export function isCovered(canvas: Element): boolean {
  const layers = document.querySelectorAll(
    'dialog[open], .workflows-floating, [role="dialog"][aria-modal="true"]',
  )
  return [...layers].some((layer) => !layer.contains(canvas) && isShown(layer))
}

const isShown = (element: Element): boolean =>
  element.checkVisibility({ opacityProperty: false, visibilityProperty: true })
