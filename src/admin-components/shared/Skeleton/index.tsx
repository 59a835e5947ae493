import './index.css'

/** A grey block in the shape of what will be there. Whoever shows a group of them says once that it loads. */
export function Skeleton({
  className,
  style,
}: {
  className?: string
  style?: React.CSSProperties
}) {
  return (
    <span
      aria-hidden="true"
      className={['workflows-skeleton', className].filter(Boolean).join(' ')}
      style={style}
    />
  )
}
