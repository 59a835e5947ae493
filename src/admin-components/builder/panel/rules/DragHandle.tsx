'use client'

import { Icon } from '../../../shared/Icon/index.js'

/** Six dots: drag, or focus and press the arrows. */
export function DragHandle({
  label,
  ...handlers
}: { label: string } & React.ComponentProps<'button'>) {
  return (
    <button
      {...handlers}
      aria-label={label}
      className="workflows-handle"
      title={label}
      type="button"
    >
      <Icon name="drag" />
    </button>
  )
}
