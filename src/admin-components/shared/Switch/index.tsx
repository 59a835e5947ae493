'use client'

import './index.css'

/** On or off, at once; the label is part of it. */
export function Switch({
  label,
  checked,
  onChange,
}: {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  return (
    <button
      aria-checked={checked}
      className="workflows-switch"
      onClick={() => onChange(!checked)}
      role="switch"
      type="button"
    >
      <span aria-hidden="true" className="workflows-switch__track" />
      {label}
    </button>
  )
}
