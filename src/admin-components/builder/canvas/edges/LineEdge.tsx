'use client'

import type { EdgeProps } from '@xyflow/react'

import { memo } from 'react'

import type { CanvasEdge } from '../nodes/types.js'

import { useCell, useCellPart } from '../session/cell.js'
import { useSession } from '../session/session.js'
import { EdgeTools } from './EdgeTools.js'
import { linePath } from './linePath.js'
import { useEdgeState } from './useEdgeState.js'
import './edge.css'

/** A connection. Drawn again only when one of its own ends moves. */
export const LineEdge = memo(function LineEdge(props: EdgeProps<CanvasEdge>) {
  const { id, source, target, sourceHandleId, selected, data } = props
  const { sourceX, sourceY, targetX, targetY } = props
  const session = useSession()
  const state = useEdgeState({ source, target, sourceHandle: sourceHandleId })
  const isOver = useCellPart(session.overEdge, (over) => over === id)
  const hasTools = useCellPart(session.edgeTools, (tools) => tools === id)
  const { path, middle, x } = linePath({ sourceX, sourceY, targetX, targetY, isLane: data?.isLane })
  const Group = useCell(session.isFar) ? ScreenWide : 'g'
  const look = data?.isRefused ? 'refused' : state !== 'rest' ? state : null
  const classes = [
    'workflows-line',
    look && `workflows-line--${look}`,
    (selected || data?.isTouched) && 'workflows-line--touched',
    isOver && 'workflows-line--over',
  ]
  return (
    <>
      <Group className={classes.filter(Boolean).join(' ')}>
        <path className="workflows-line__line" d={path} />
        <path
          className="workflows-line__arrow"
          d={`M${x - 6} ${targetY - 4.5}L${x} ${targetY}L${x - 6} ${targetY + 4.5}`}
        />
        <path className="workflows-line__reach react-flow__edge-interaction" d={path} />
      </Group>
      {hasTools || selected ? <EdgeTools edgeId={id} x={middle.x} y={middle.y} /> : null}
    </>
  )
})

/** From afar: as wide on the screen as it is near by, so that one can see and catch it. */
function ScreenWide(props: React.SVGProps<SVGGElement>) {
  const zoom = useCellPart(useSession().restView, ([, , at]) => at)
  const style: React.CSSProperties & { '--workflows-zoom': number } = { '--workflows-zoom': zoom }
  return <g {...props} style={style} />
}
