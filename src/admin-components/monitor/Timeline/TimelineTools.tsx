'use client'

import { IconButton } from '../../shared/IconButton/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { LARGEST_ZOOM } from './useZoom.js'

/** What the colours mean, how near one looks, and whether long waits are cut short. */
export function TimelineTools({
  hasFailed,
  zoom,
  setZoom,
  shortens,
  onShorten,
}: {
  hasFailed: boolean
  zoom: number
  setZoom: (zoom: number) => void
  shortens: boolean
  /** Null = there is no long wait. */
  onShorten: (() => void) | null
}) {
  const { t } = useWorkflowsTranslation()
  return (
    <div className="workflows-timeline__legend">
      <span className="workflows-timeline__key workflows-timeline__key--queued">
        {t('monitor:queued')}
      </span>
      <span className="workflows-timeline__key workflows-timeline__key--working">
        {t('monitor:working')}
      </span>
      {hasFailed ? (
        <span className="workflows-timeline__key workflows-timeline__key--failed">
          {t('status:failed')}
        </span>
      ) : null}
      {onShorten ? (
        <button
          aria-pressed={shortens}
          className="workflows-timeline__shorten"
          onClick={onShorten}
          type="button"
        >
          {t('monitor:shortWaits')}
        </button>
      ) : null}
      <span className="workflows-timeline__zoom">
        <IconButton
          disabled={zoom <= 1}
          icon="minus"
          label={t('monitor:zoomOut')}
          onClick={() => setZoom(zoom / 2)}
        />
        <IconButton
          disabled={zoom >= LARGEST_ZOOM}
          icon="plus"
          label={t('monitor:zoomIn')}
          onClick={() => setZoom(zoom * 2)}
        />
      </span>
    </div>
  )
}
