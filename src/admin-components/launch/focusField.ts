/** Shows a field and puts the cursor into it, all of it selected, so that typing replaces what was wrong. */
export function focusField(root: HTMLElement | null, id: string): void {
  const control = root?.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`)
  if (!control) return
  control.focus({ preventScroll: true })
  if (control instanceof HTMLInputElement && control.type === 'text') control.select()
  control.scrollIntoView({ block: 'center' })
}

/** The first question, selected: examples are filled in, and one types over them. */
export function focusFirst(root: HTMLElement): void {
  const control = root.querySelector<HTMLElement>('input:not([hidden]), select, textarea')
  // After the modal's trap has put the focus on its first button.
  setTimeout(() => {
    if (!root.contains(document.activeElement) && control) focusField(root, control.id)
  }, 60)
}
