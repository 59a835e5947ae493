const PATHS = {
  left: 'M2.5 2v12M5 5h8M5 10.5h5',
  center: 'M8 2v12M3.5 5h9M5.5 10.5h5',
  right: 'M13.5 2v12M3 5h8M6 10.5h5',
  top: 'M2 2.5h12M5 5v8M10.5 5v5',
  middle: 'M2 8h12M5 3.5v9M10.5 5.5v5',
  bottom: 'M2 13.5h12M5 3v8M10.5 6v5',
  horizontal: 'M2 2.5v11M14 2.5v11M8 5v6',
  vertical: 'M2.5 2h11M2.5 14h11M5 8h6',
} as const

/** Two cards and the line they are brought to. Beside words or in something that has a name. */
export function AlignIcon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg
      aria-hidden="true"
      fill="none"
      height={16}
      stroke="currentColor"
      strokeLinecap="round"
      strokeWidth={1.5}
      viewBox="0 0 16 16"
      width={16}
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
