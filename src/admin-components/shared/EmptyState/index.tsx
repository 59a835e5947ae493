import { Icon, type IconName } from '../Icon/index.js'
import './index.css'

/** One sentence and at most one button, where a list or grid would stand. */
export function EmptyState({
  icon,
  title,
  children,
  action,
  bordered = true,
}: {
  icon: IconName
  title: string
  children?: React.ReactNode
  action?: React.ReactNode
  bordered?: boolean
}) {
  const frame = bordered ? ' workflows-empty--bordered' : ''
  return (
    <div className={`workflows-empty${frame}`}>
      <Icon className="workflows-empty__icon" name={icon} size={20} />
      <p className="workflows-empty__title">{title}</p>
      {children ? <p className="workflows-empty__text">{children}</p> : null}
      {action ? <div className="workflows-empty__action">{action}</div> : null}
    </div>
  )
}
