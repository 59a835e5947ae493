'use client'

import { Panel, type Transform, useReactFlow } from '@xyflow/react'
import { useMemo } from 'react'

import { IconButton } from '../../../shared/IconButton/index.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useBuilder } from '../../context.js'
import { useCellPart } from '../session/cell.js'
import { useSession } from '../session/session.js'

/** Whole percents: the number changes less often than the picture. */
const percentOf = ([, , zoom]: Transform): number => Math.round(zoom * 100)

/** Zoom, in the corner of the canvas. */
export function ZoomControls() {
  const { t } = useWorkflowsTranslation()
  const { canvas } = useBuilder()
  const { zoomIn, zoomOut, zoomTo } = useReactFlow()
  return (
    <Panel className="workflows-zoom" position="bottom-left">
      <IconButton icon="minus" label={t('flow:zoomOut')} onClick={() => void zoomOut()} />
      <button
        className="workflows-zoom__percent"
        onClick={() => void zoomTo(1)}
        title={t('builder:zoomToFull')}
        type="button"
      >
        <Percent />
      </button>
      <IconButton icon="plus" label={t('flow:zoomIn')} onClick={() => void zoomIn()} />
      <IconButton icon="fit" label={t('flow:fit')} onClick={() => canvas.current?.fit()} />
    </Panel>
  )
}

/** On its own: it changes while the picture moves, and the buttons beside it do not. */
function Percent() {
  const { locale } = useWorkflowsTranslation()
  const percent = useCellPart(useSession().shownView, percentOf)
  const format = useMemo(() => new Intl.NumberFormat(locale, { style: 'percent' }), [locale])
  return <span>{format.format(percent / 100)}</span>
}
