'use client'

import { useHydrated } from '../shared/Hydrated/index.js'
import { Icon } from '../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { useWorkflowsIfAny } from './context.js'
import '../shared/tokens.css'
import './action.css'

/** More digits do not fit into the badge, and nobody counts further. */
const MOST_SHOWN = 99

/** The icon in the header of every admin page, with the number of executions that are not over. */
export function ActiveWorkflowsAction() {
  const workflows = useWorkflowsIfAny()
  const { t } = useWorkflowsTranslation()
  const isAlive = useHydrated()
  if (!workflows) return null
  const count = workflows.active?.length ?? 0
  const label = count > 0 ? t('active:openCount', { count }) : t('active:open')
  return (
    <button
      aria-haspopup="dialog"
      aria-label={label}
      className="workflows-action"
      inert={!isAlive}
      onClick={workflows.openPanel}
      title={label}
      type="button"
    >
      <Icon name="flow" />
      {count > 0 ? (
        <span aria-hidden="true" className="workflows-action__count">
          {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
        </span>
      ) : null}
    </button>
  )
}
