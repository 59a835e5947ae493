'use client'

/** A native box: it says «mixed» by itself and needs no script to be pressed. */
export function Check({
  checked,
  mixed = false,
  label,
  onChange,
  children,
}: {
  checked: boolean
  mixed?: boolean
  label: string
  onChange: () => void
  children?: React.ReactNode
}) {
  return (
    <label className="workflows-tick">
      <input
        aria-label={label}
        checked={checked}
        onChange={onChange}
        ref={(box) => {
          if (box) box.indeterminate = mixed
        }}
        type="checkbox"
      />
      {children}
    </label>
  )
}
