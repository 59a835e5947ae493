/** Arrow keys in a list of buttons below a search field. @returns whether the key was meant for it. */
export function moveInList({
  root,
  key,
  isField,
}: {
  root: HTMLElement | null
  key: string
  /** The focus is in the field: Home and End belong to the text there. */
  isField: boolean
}): boolean {
  if (!root) return false
  const entries = [...root.querySelectorAll<HTMLElement>('[data-pick]')]
  const at = entries.findIndex((entry) => entry === document.activeElement)
  const target = targetOf({ key, at, count: entries.length, isField })
  if (target === null) return false
  const next = target < 0 ? root.querySelector<HTMLElement>('input') : entries[target]
  next?.focus()
  return true
}

/** Position to go to; -1 is the search field, null nowhere. */
function targetOf({
  key,
  at,
  count,
  isField,
}: {
  key: string
  at: number
  count: number
  isField: boolean
}): number | null {
  if (key === 'ArrowDown') return count === 0 ? null : Math.min(at + 1, count - 1)
  if (key === 'ArrowUp') return isField ? null : at - 1
  if (isField) return null
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return null
}
