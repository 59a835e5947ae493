import { Icon, type IconName } from '../../shared/Icon/index.js'
import './index.css'

const TYPE_ICONS: Record<string, IconName> = {
  generate_copy: 'pen',
  generate_image: 'image',
  attach_to_document: 'clip',
  review: 'person',
  conditional: 'branch',
  parallel: 'lanes',
  merge: 'merge',
}

/** A node type's sign. Its tint marks the type only, never a state. */
export function NodeTile({
  type,
  size = 'medium',
  muted = false,
}: {
  type: string
  size?: 'medium' | 'small'
  muted?: boolean
}) {
  const icon = TYPE_ICONS[type]
  const classes = [
    'workflows-tile',
    `workflows-tile--${icon ? type.replaceAll('_', '-') : 'host'}`,
    `workflows-tile--${size}`,
    muted && 'workflows-tile--muted',
  ]
  return (
    <span aria-hidden="true" className={classes.filter(Boolean).join(' ')}>
      <Icon name={icon ?? 'globe'} size={size === 'small' ? 12 : 16} />
    </span>
  )
}
