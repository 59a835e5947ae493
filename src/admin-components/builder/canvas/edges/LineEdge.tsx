'use client'

import { type EdgeProps, getSmoothStepPath } from '@xyflow/react'
import { memo } from 'react'

import type { CanvasEdge } from '../nodes/types.js'

import { useCellPart } from '../session/cell.js'
import { useSession } from '../session/session.js'
import { EdgeTools } from './EdgeTools.js'
import { useEdgeState } from './useEdgeState.js'
import './edge.css'

/** Room between the arrow's point and the ring of the handle. */
const GAP = 2

/** From the frame of a parallel to a card inside of it: 24 px (ui/tokens.md) without handle and gap. */
const STUB = 17

/** A connection. Drawn again only when one of its own ends moves. */
export const LineEdge = memo(function LineEdge(props: EdgeProps<CanvasEdge>) {
  const { id, source, target, sourceHandleId, selected, data } = props
  const { sourceX, sourceY, sourcePosition, targetY, targetPosition } = props
  const session = useSession()
  const state = useEdgeState({ source, target, sourceHandle: sourceHandleId })
  const isOver = useCellPart(session.overEdge, (over) => over === id)
  const hasTools = useCellPart(session.edgeTools, (tools) => tools === id)
  const x = props.targetX - GAP
  const isTucked = data?.isLane && isBelow({ sourceX, sourceY, targetX: x, targetY })
  const [path, labelX, labelY] = isTucked
    ? [`M${x - STUB} ${targetY}L${x} ${targetY}`, x - STUB / 2, targetY]
    : getSmoothStepPath({
        sourceX,
        sourceY,
        sourcePosition,
        targetX: x,
        targetY,
        targetPosition,
        borderRadius: 10,
      })
  const look = data?.isRefused ? 'refused' : state !== 'rest' ? state : null
  const classes = [
    'workflows-line',
    look && `workflows-line--${look}`,
    (selected || data?.isTouched) && 'workflows-line--touched',
    isOver && 'workflows-line--over',
  ]
  return (
    <>
      <g className={classes.filter(Boolean).join(' ')}>
        <path className="workflows-line__line" d={path} />
        <path
          className="workflows-line__arrow"
          d={`M${x - 6} ${targetY - 4.5}L${x} ${targetY}L${x - 6} ${targetY + 4.5}`}
        />
        <path className="workflows-line__reach react-flow__edge-interaction" d={path} />
      </g>
      {hasTools || selected ? <EdgeTools edgeId={id} x={labelX} y={labelY} /> : null}
    </>
  )
})

/** The branch stands under the card of its parallel, which is the header of the frame around both. */
const isBelow = ({
  sourceX,
  sourceY,
  targetX,
  targetY,
}: {
  sourceX: number
  sourceY: number
  targetX: number
  targetY: number
}): boolean => targetX < sourceX && targetX > sourceX - 300 && targetY > sourceY + 54
