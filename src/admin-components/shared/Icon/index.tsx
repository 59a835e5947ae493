import { ICON_PATHS, type IconName } from './paths.js'
import './index.css'

export type { IconName } from './paths.js'

/** Always beside words or inside something that has a name, so hidden from screen readers. */
export function Icon({
  name,
  size = 16,
  filled = false,
  className,
}: {
  name: IconName
  /** px. 12 in pills, 16 in controls, 20 in drop zones. */
  size?: number
  filled?: boolean
  className?: string
}) {
  const classes = ['workflows-icon', `workflows-icon--${name}`, className].filter(Boolean).join(' ')
  return (
    <svg
      aria-hidden="true"
      className={classes}
      fill={filled ? 'currentColor' : 'none'}
      focusable="false"
      height={size}
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={name === 'drag' || name === 'more' ? 2.5 : 1.5}
      viewBox="0 0 16 16"
      width={size}
    >
      {name === 'ring' ? <path d={ICON_PATHS.circle} opacity={0.25} /> : null}
      <path d={ICON_PATHS[name]} />
    </svg>
  )
}
