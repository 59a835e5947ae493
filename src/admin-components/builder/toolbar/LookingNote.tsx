'use client'

import type { Looking } from './useAccess.js'

import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** Why one may only look, and what to do about it. */
export function LookingNote({ looking }: { looking: Looking }) {
  const { t } = useWorkflowsTranslation()
  if (looking === null) return null
  const words = t(`toolbar:${looking}`)
  return (
    <p className="workflows-toolbar__note" title={words}>
      <Icon name={looking === 'smallNote' ? 'info' : 'lock'} />
      <span>{words}</span>
    </p>
  )
}
