import { Skeleton } from '../../shared/Skeleton/index.js'
import './index.css'

const CARDS = ['first', 'second', 'third']

/** The field in the shape it will have, while it loads. */
export function ImagesSkeleton({ label, says }: { label: string; says: string }) {
  return (
    <div aria-busy="true">
      <div className="workflows-images__header">
        <span className="workflows-images__label">{label}</span>
      </div>
      <div className="workflows-images__grid">
        {CARDS.map((card) => (
          <div className="workflows-images__ghost" key={card}>
            <Skeleton className="workflows-images__ghost-picture" />
            <Skeleton style={{ width: '60%' }} />
            <Skeleton style={{ width: '40%' }} />
          </div>
        ))}
      </div>
      <span className="workflows-sr-only" role="status">
        {says}
      </span>
    </div>
  )
}
