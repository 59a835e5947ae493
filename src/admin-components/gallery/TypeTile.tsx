import { Icon } from '../shared/Icon/index.js'
import { iconOfType, tintOfType } from './nodeTypes.js'
import './typeTile.css'

/** The icon of a node type on its own tint. */
export function TypeTile({ type, size = 'medium' }: { type: string; size?: 'medium' | 'small' }) {
  return (
    <span
      className={`workflows-type-tile workflows-type-tile--${size}`}
      style={{ '--tint': tintOfType(type) } as React.CSSProperties}
    >
      <Icon name={iconOfType(type)} size={size === 'small' ? 12 : 16} />
    </span>
  )
}
