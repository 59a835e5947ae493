'use client'

import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import './problemList.css'

/** More is not read; the number says how many there are. */
const MOST = 50

/** Problems to read, where they cannot be jumped to. */
export function ProblemList({
  heading,
  problems,
  labelOf = (id) => id,
}: {
  heading: string
  problems: readonly { message: string; nodeId?: string; path: string }[]
  labelOf?: (nodeId: string) => string
}) {
  const { t } = useWorkflowsTranslation()
  const shown = problems.slice(0, MOST)
  return (
    <div className="workflows-problem-list" role="alert">
      <p className="workflows-problem-list__heading">
        <Icon name="warn" />
        {heading}
      </p>
      <ul>
        {shown.map(({ message, nodeId, path }, at) => (
          <li dir="auto" key={`${path} ${at}`}>
            {nodeId ? <strong>{labelOf(nodeId)}: </strong> : null}
            {nodeId ? withoutName({ message, label: labelOf(nodeId) }) : message}
          </li>
        ))}
      </ul>
      {problems.length > MOST ? (
        <p>{t('toolbar:importMore', { count: problems.length - MOST })}</p>
      ) : null}
    </div>
  )
}

/** Most sentences begin with the name that stands before them already. */
function withoutName({ message, label }: { message: string; label: string }): string {
  const name = `“${label}”: `
  return message.startsWith(name) ? message.slice(name.length) : message
}
