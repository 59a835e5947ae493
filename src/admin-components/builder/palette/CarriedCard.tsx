'use client'

import { NodeTile } from '../../flow/NodeTile/index.js'
import { useCell } from '../canvas/session/cell.js'
import { useSession } from '../canvas/session/session.js'
import { useBuilder } from '../context.js'

/** What one has in the hand between palette and canvas. */
export function CarriedCard() {
  const carried = useCell(useSession().carried)
  const { specs } = useBuilder()
  if (!carried) return null
  const { type, at } = carried
  return (
    <div
      aria-hidden="true"
      className="workflows-carried workflows-node"
      style={{ transform: `translate(${at.x}px, ${at.y}px) translate(-50%, -50%)` }}
    >
      <div className="workflows-node__head">
        <NodeTile type={type} />
        <div className="workflows-node__label">{specs.get(type)?.label ?? type}</div>
      </div>
    </div>
  )
}
