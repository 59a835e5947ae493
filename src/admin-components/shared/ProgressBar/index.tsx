import type { PillStatus } from '../StatusPill/index.js'

import './index.css'

/** A line of 4 px; `children` stand behind it, such as `6/10`. */
export function ProgressBar({
  value,
  label,
  tone = 'running',
  children,
}: {
  /** 0 to 1; null while nobody knows. */
  value: number | null
  /** What is progressing, for those who cannot see the bar. */
  label: string
  tone?: PillStatus
  children?: React.ReactNode
}) {
  const percent = value === null ? null : Math.round(Math.min(Math.max(value, 0), 1) * 100)
  const state = percent === null ? 'unknown' : 'known'
  return (
    <div className="workflows-progress">
      <div
        aria-label={label}
        aria-valuemax={100}
        aria-valuemin={0}
        aria-valuenow={percent ?? undefined}
        className={`workflows-progress__track workflows-pill--${tone}`}
        role="progressbar"
      >
        <div
          className={`workflows-progress__bar workflows-progress__bar--${state}`}
          style={percent === null ? undefined : percentStyle(percent)}
        />
      </div>
      {children === undefined ? null : <span className="workflows-progress__text">{children}</span>}
    </div>
  )
}

const percentStyle = (percent: number) =>
  ({ '--workflows-percent': percent }) as React.CSSProperties
