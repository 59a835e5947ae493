'use client'

import type { GraphProblem } from '../../../../plugins/workflows/graph/types.js'

import { Icon } from '../../../shared/Icon/index.js'
import { useSayProblem } from '../../useSayProblem.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { PinBadge } from '../../testRun/PinBadge.js'
import { useSession } from '../session/session.js'

/** What is wrong with the node, as a number, and its menu on hover. */
export function StepAside({
  nodeId,
  label,
  problems,
}: {
  nodeId: string
  label: string
  problems: readonly GraphProblem[]
}) {
  const { t } = useWorkflowsTranslation()
  const sayProblem = useSayProblem()
  const session = useSession()
  const openMenu = (event: React.MouseEvent<HTMLButtonElement>) => {
    event.stopPropagation()
    const { left, bottom } = event.currentTarget.getBoundingClientRect()
    session.menu.set({ nodeId, at: { x: left, y: bottom + 4 } })
  }
  return (
    <span className="workflows-step__aside">
      <PinBadge nodeId={nodeId} />
      {problems.length > 0 ? (
        <span
          className="workflows-step__badge"
          title={problems.map((problem) => sayProblem(problem)).join('\n')}
        >
          <Icon name="warn" size={12} />
          {problems.length}
        </span>
      ) : null}
      {/* Out of the tab order: the keyboard has Shift+F10 and M on the card itself. */}
      <button
        aria-haspopup="menu"
        aria-label={t('builder:menuFor', { name: label })}
        className="workflows-step__more nodrag nopan"
        onClick={openMenu}
        onDoubleClick={(event) => event.stopPropagation()}
        tabIndex={-1}
        type="button"
      >
        <Icon name="more" />
      </button>
    </span>
  )
}
