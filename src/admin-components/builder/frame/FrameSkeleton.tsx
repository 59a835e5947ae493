'use client'

import { Skeleton } from '../../shared/Skeleton/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** The builder's shape while it is being loaded. */
export function FrameSkeleton() {
  const { t } = useWorkflowsTranslation()
  return (
    <div className="workflows-builder__body">
      <p className="workflows-sr-only" role="status">
        {t('frame:loading')}
      </p>
      <div className="workflows-builder__waiting workflows-builder__waiting--palette">
        <Skeleton style={{ height: 32 }} />
        {[72, 104, 96, 64, 88].map((width) => (
          <Skeleton key={width} style={{ width, marginTop: 12 }} />
        ))}
      </div>
      <div className="workflows-builder__canvas" />
    </div>
  )
}
