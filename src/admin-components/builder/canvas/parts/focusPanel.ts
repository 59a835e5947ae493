/** The panel is drawn in the frame after the selection. */
const PATIENCE_FRAMES = 20

/** Puts the keyboard into the panel beside the canvas: on its first field, else on the panel. */
export function focusPanel(left = PATIENCE_FRAMES): void {
  const panel = document.querySelector<HTMLElement>('.workflows-panel')
  if (!panel) {
    if (left > 0) requestAnimationFrame(() => focusPanel(left - 1))
    return
  }
  const field = panel.querySelector<HTMLElement>(
    'input:not([type="hidden"]), textarea, select, [contenteditable="true"], [role="tab"][aria-selected="true"]',
  )
  ;(field ?? panel).focus()
}
