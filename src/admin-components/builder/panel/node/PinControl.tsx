'use client'

import { Switch } from '../../../shared/Switch/index.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useCell, useCellPart } from '../../canvas/session/cell.js'
import { useBuilder } from '../../context.js'
import { canPin, togglePin } from '../../testRun/pinActs.js'
import { testSessionOf } from '../../testRun/session.js'

/** Keeps what the node made, so that the next tests repeat it and do not pay for it again. */
export function PinControl({ nodeId }: { nodeId: string }) {
  const { t } = useWorkflowsTranslation()
  const handle = useBuilder()
  const { pins, detail } = testSessionOf(handle)
  const isPinned = useCellPart(pins, (all) => Object.hasOwn(all, nodeId))
  // Only to draw it again when the test has come further.
  useCell(detail)
  if (!isPinned && !canPin({ handle, nodeId })) return null
  return (
    <div className="workflows-panel__pin">
      <Switch
        checked={isPinned}
        label={t('toolbar:pin')}
        onChange={() => togglePin({ handle, nodeId })}
      />
      {isPinned ? <p className="workflows-field__help">{t('toolbar:pinned')}</p> : null}
    </div>
  )
}
