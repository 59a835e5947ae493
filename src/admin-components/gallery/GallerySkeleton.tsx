'use client'

import { Skeleton } from '../shared/Skeleton/index.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import './card.css'

/** Two rows: what fits a screen. */
const CARDS = [0, 1, 2, 3, 4, 5, 6, 7]

/** Cards in the shape they will have. */
export function GallerySkeleton() {
  const { t } = useWorkflowsTranslation()
  return (
    <div role="status">
      <span className="workflows-sr-only">{t('gallery:loading')}</span>
      <div aria-hidden="true" className="workflows-filters">
        {[64, 110, 84, 112].map((width) => (
          <Skeleton key={width} style={{ width, height: 28 }} />
        ))}
      </div>
      <div className="workflows-gallery__grid">
        {CARDS.map((card) => (
          <div aria-hidden="true" className="workflows-card workflows-card--loading" key={card}>
            <div className="workflows-card__drawing">
              {[0, 1, 2].map((box) => (
                <Skeleton key={box} style={{ width: 32, height: 22 }} />
              ))}
            </div>
            <div className="workflows-card__body">
              <Skeleton style={{ width: '60%', marginBlock: 4 }} />
              <Skeleton style={{ width: '94%', marginBlock: 6 }} />
              <Skeleton style={{ width: '56%', marginBlock: 4 }} />
            </div>
            <div className="workflows-card__foot">
              <Skeleton style={{ width: 80, height: 20 }} />
              <Skeleton style={{ width: 64 }} />
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}
