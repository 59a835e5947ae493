'use client'

import { Icon, type IconName } from '../Icon/index.js'
import './index.css'

/** A square button with a picture; its name is the tooltip too. */
export function IconButton({
  icon,
  label,
  onClick,
  tone = 'plain',
  size = 16,
  filled,
  disabled,
  pressed,
  className,
  ...rest
}: {
  icon: IconName
  label: string
  onClick?: (event: React.MouseEvent<HTMLButtonElement>) => void
  /** `picture`: on top of an image. */
  tone?: 'bordered' | 'picture' | 'plain'
  size?: number
  filled?: boolean
  disabled?: boolean
  pressed?: boolean
  className?: string
} & Pick<
  React.ComponentProps<'button'>,
  'aria-expanded' | 'aria-haspopup' | 'aria-keyshortcuts' | 'onKeyDown' | 'onPointerDown' | 'ref'
>) {
  const classes = ['workflows-icon-button', `workflows-icon-button--${tone}`, className]
  return (
    <button
      {...rest}
      aria-label={label}
      aria-pressed={pressed}
      className={classes.filter(Boolean).join(' ')}
      disabled={disabled}
      onClick={onClick}
      title={label}
      type="button"
    >
      <Icon filled={filled} name={icon} size={size} />
    </button>
  )
}
