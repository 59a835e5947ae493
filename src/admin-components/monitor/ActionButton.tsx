'use client'

import { Button } from '@payloadcms/ui'

import { Icon, type IconName } from '../shared/Icon/index.js'
import './actionButton.css'

/** Payload's button with one of our icons. Destructive ones are red words, never a red field. */
export function ActionButton({
  icon,
  children,
  tone = 'secondary',
  danger = false,
  disabled,
  reason,
  href,
  small = false,
  onClick,
}: {
  icon?: IconName
  children: React.ReactNode
  tone?: 'primary' | 'secondary'
  danger?: boolean
  disabled?: boolean
  /** Why it cannot be used. */
  reason?: string | null
  href?: string
  small?: boolean
  onClick?: () => void
}) {
  return (
    <Button
      buttonStyle={tone}
      className={danger ? 'workflows-do workflows-danger' : 'workflows-do'}
      disabled={disabled || Boolean(reason)}
      el={href ? 'link' : 'button'}
      extraButtonProps={reason ? { title: reason } : undefined}
      margin={false}
      onClick={onClick}
      size={small ? 'small' : 'medium'}
      to={href}
      type="button"
    >
      <span className="workflows-action__inside">
        {icon ? <Icon name={icon} size={14} /> : null}
        {children}
      </span>
    </Button>
  )
}
