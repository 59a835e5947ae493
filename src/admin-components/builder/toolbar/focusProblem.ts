/** The panel is drawn some frames after the selection. */
const PATIENCE_FRAMES = 40

/** Puts the keyboard into the field of the panel that says what is wrong, once the panel is there. */
export function focusProblem({
  builder,
  message,
  left = PATIENCE_FRAMES,
}: {
  builder: Element
  message: string
  left?: number
}): void {
  const field = findField({ builder, message })
  if (!field) {
    if (left > 0) requestAnimationFrame(() => focusProblem({ builder, message, left: left - 1 }))
    return
  }
  field.scrollIntoView({ block: 'center' })
  // After the canvas has given the focus to the node that it revealed.
  requestAnimationFrame(() => {
    const wrong =
      field.querySelector<HTMLElement>(WRONG) ?? field.querySelector<HTMLElement>(FOCUSABLE)
    wrong?.focus()
  })
}

/** The control itself, not the handle or the switch before it. */
const WRONG = '[aria-invalid="true"], [data-main]'

const FOCUSABLE =
  'input:not([type="hidden"]), textarea, select, [contenteditable="true"], button:not([disabled])'

/** The innermost one: a rule stands in the frame of all rules. Beside the field the sentence is shorter. */
function findField({ builder, message }: { builder: Element; message: string }): Element | null {
  const said = builder.querySelectorAll<HTMLElement>('.workflows-panel [data-problem]')
  const found = [...said].find(({ dataset }) => dataset.problem === message)
  return found?.closest('[data-row], [data-field]') ?? null
}
