'use client'

import { EdgeLabelRenderer, type Transform } from '@xyflow/react'

import { useBuilder, useBuilderState } from '../../context.js'
import { removeParts } from '../../edits/index.js'
import { IconButton } from '../../../shared/IconButton/index.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { FAR_ZOOM } from '../detail/planDetail.js'
import { openPaletteOnEdge } from '../parts/openPaletteOnEdge.js'
import { useCellPart } from '../session/cell.js'
import { useSession } from '../session/session.js'
import { keepTools, leaveTools } from './edgeHover.js'

/** From afar the buttons stay as large as a finger needs them. */
const scaleOf = ([, , zoom]: Transform): number => (zoom < FAR_ZOOM ? 1 / zoom : 1)

/** In the middle of a connection: put a node between, or take the connection away. */
export function EdgeTools({ edgeId, x, y }: { edgeId: string; x: number; y: number }) {
  const { t } = useWorkflowsTranslation()
  const { store, specs } = useBuilder()
  const session = useSession()
  const isLocked = useBuilderState((state) => state.readOnly)
  const scale = useCellPart(session.restView, scaleOf)
  if (isLocked) return null
  const insert = (event: React.MouseEvent<HTMLButtonElement>) => {
    const { left, bottom } = event.currentTarget.getBoundingClientRect()
    openPaletteOnEdge({ session, edgeId, at: { x: left, y: bottom + 8 }, position: { x, y } })
  }
  const remove = () => {
    leaveTools(session)
    store.apply(removeParts({ edges: [edgeId], specs }))
  }
  return (
    <EdgeLabelRenderer>
      <div
        className="workflows-edge-tools nodrag nopan"
        data-edge={edgeId}
        onMouseEnter={() => keepTools(session, edgeId)}
        onMouseLeave={() => leaveTools(session)}
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px) scale(${scale})` }}
      >
        <IconButton icon="plus" label={t('builder:insertHere')} onClick={insert} size={12} />
        <IconButton icon="trash" label={t('builder:removeEdge')} onClick={remove} size={12} />
      </div>
    </EdgeLabelRenderer>
  )
}
