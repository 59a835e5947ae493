'use client'

import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useCellPart } from '../canvas/session/cell.js'
import { useBuilder } from '../context.js'
import './pin.css'
import { testSessionOf } from './session.js'

/** On the card of a step whose output tests repeat. */
export function PinBadge({ nodeId }: { nodeId: string }) {
  const { t } = useWorkflowsTranslation()
  const session = testSessionOf(useBuilder())
  const isPinned = useCellPart(session.pins, (pins) => Object.hasOwn(pins, nodeId))
  if (!isPinned) return null
  const words = t('toolbar:pinned')
  return (
    <span aria-label={words} className="workflows-pin" role="img" title={words}>
      <Icon name="pin" size={12} />
    </span>
  )
}
